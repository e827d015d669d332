import { nodeServices } from '../nodeServices.ts';
import { serve } from '../serve.ts';

/**
 * The program of `npm start` with a sample of seconds in place of the shipped one, whose import takes most of a minute on a busy
 * machine. First argument: the folder of the sample; the others as `serve.ts` knows them.
 */
const [sampleFolder = '', ...args] = process.argv.slice(2);
await serve(args, { openBrowser: false, services: { ...nodeServices(), sampleFolder } });
