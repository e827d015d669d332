import { parseArgs } from 'node:util';
import open from 'open';
import { errorLine } from '../../shared/domain/errorLine.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { libraryPlace } from '../files/libraryPlace.ts';
import type { OpenChoice } from '../host/library.ts';
import { openHost, type Rescue } from '../host/openHost.ts';
import type { Services } from '../host/services.ts';
import { ASSETS, nodeServices } from './nodeServices.ts';
import { startServer } from './server.ts';

const USAGE = `Usage: npm start -- [--library FOLDER] [--port N] [--no-open] [--take-copy ID | --new-library]

--take-copy ID   open a copy of the library's database in its place; the present one is kept beside it
--new-library    begin with an empty database in a folder that holds files of a library; they stay`;

/** Longer than the jobs may tidy up, ms. */
const STOP_MS = 8000;

function optionsFrom(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        library: { type: 'string' },
        port: { type: 'string', default: '0' },
        'take-copy': { type: 'string' },
        'new-library': { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      throw new RangeError(`invalid port: ${values.port}`);
    }
    const copy = values['take-copy'];
    if (copy !== undefined && values['new-library'])
      throw new RangeError('Choose one of --take-copy and --new-library.');
    const choice: OpenChoice =
      copy !== undefined ? { kind: 'copy', id: copy } : { kind: values['new-library'] ? 'new' : 'as_it_is' };
    return { ...values, port, choice };
  } catch (error) {
    throw new CodedError('bad_usage', { detail: error instanceof Error ? error.message : String(error) });
  }
}

/** Serves the app to a browser on this computer until it is interrupted. */
export async function serve(
  args: readonly string[],
  { openBrowser, services = nodeServices() }: { openBrowser: boolean; services?: Services },
): Promise<void> {
  try {
    const options = optionsFrom(args);
    if (options.help) {
      console.log(USAGE);
      return;
    }
    const folder = libraryPlace(options.library, process.env);
    const { host, rescue } = await openHost(services, folder, { choice: options.choice });
    const server = await startServer(host, {
      port: options.port,
      assets: ASSETS,
      onNextUrl: (url) => console.log(`For another browser: ${url}`),
    }).catch(async (error: unknown) => {
      await host.close();
      throw error;
    });
    if (rescue !== undefined) console.error(rescueLines(rescue).join('\n'));
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
    const { line, exit } = errorLine(error);
    console.error(line);
    process.exitCode = exit === 2 ? 2 : 1;
  }
}

/** Why the library does not open, which copies there are, and how to take one; the window offers the same. */
function rescueLines({ problem, copies }: Rescue): string[] {
  const [newest] = copies;
  return [
    errorLine(problem).line,
    newest === undefined
      ? 'There is no copy of it in the folder.'
      : `The newest copy is of ${newest.madeAt}: npm start -- --take-copy ${newest.id}`,
    ...copies.slice(1).map(({ id, madeAt }) => `  older, of ${madeAt}: ${id}`),
    'To begin with an empty library in this folder: npm start -- --new-library',
  ];
}

if (import.meta.main) await serve(process.argv.slice(2), { openBrowser: false });
