import { parseArgs } from 'node:util';
import open from 'open';
import { CodedError, errorText } from '../../shared/domain/errors.ts';
import { libraryPlace } from '../files/libraryPlace.ts';
import { createHost } from '../host/createHost.ts';
import { openLibrary } from '../host/library.ts';
import { ASSETS, nodeServices } from './nodeServices.ts';
import { startServer } from './server.ts';

const USAGE = `Usage: npm start -- [--library FOLDER] [--port N] [--no-open]`;

/** Longer than the jobs may tidy up, ms. */
const STOP_MS = 8000;

function optionsFrom(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        library: { type: 'string' },
        port: { type: 'string', default: '0' },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      throw new RangeError(`invalid port: ${values.port}`);
    }
    return { ...values, port };
  } catch (error) {
    throw new CodedError('bad_usage', { detail: error instanceof Error ? error.message : String(error) });
  }
}

/** Serves the app to a browser on this computer until it is interrupted. */
export async function serve(
  args: readonly string[],
  { openBrowser }: { openBrowser: boolean },
): Promise<void> {
  try {
    const options = optionsFrom(args);
    if (options.help) {
      console.log(USAGE);
      return;
    }
    const library = await openLibrary(libraryPlace(options.library, process.env));
    const host = createHost(nodeServices(), library);
    const server = await startServer(host, {
      port: options.port,
      assets: ASSETS,
      onNextUrl: (url) => console.log(`For another browser: ${url}`),
    });
    console.log(`Web UI available at ${server.url()}`);
    let isStopping = false;
    const stop = (): void => {
      if (isStopping) return;
      isStopping = true;
      // Whatever hangs: the program ends when it is asked to.
      setTimeout(() => process.exit(1), STOP_MS).unref();
      void server
        .close()
        .then(() => host.close())
        .finally(() => process.exit(0));
    };
    // Not `once`: packages that clean up at exit end the process at once when nobody else listens any more.
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    // Whether a browser opens does not matter: the address is printed.
    if (openBrowser && !options['no-open']) await open(server.url()).catch(() => undefined);
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    const { sentence, next } = errorText(error.code, error.params);
    console.error(`${sentence} ${next}`);
    process.exitCode = error.code === 'bad_usage' ? 2 : 1;
  }
}

if (import.meta.main) await serve(process.argv.slice(2), { openBrowser: false });
