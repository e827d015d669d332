import { parentPort, workerData } from 'node:worker_threads';
import { CodedError } from '../../shared/domain/errors.ts';
import { copyLibrary, forgetInCopy, isLibraryWhole } from './copyTasks.ts';
import type { DbReport, DbResults, DbTask } from './dbTasks.ts';

/** The thread of `dbTasks.ts`. */
async function run(task: DbTask): Promise<DbResults[keyof DbResults]> {
  switch (task.kind) {
    case 'copy':
      copyLibrary(task.database, task.target);
      return undefined;
    case 'check':
      return isLibraryWhole(task.database);
    case 'forget':
      forgetInCopy(task.file, task.athletes);
      return undefined;
    case 'vet': {
      // Knows every table and schema, which takes long to load: only where it is needed.
      const { vetLibrary } = await import('./vetLibrary.ts');
      return vetLibrary(task.file, task.options);
    }
  }
}

async function reportOf(task: DbTask): Promise<DbReport> {
  try {
    return { ok: true, value: await run(task) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const params = error instanceof CodedError ? error.params : {};
    return { ok: false, code, message: error instanceof Error ? error.message : String(error), params };
  }
}

parentPort?.postMessage(await reportOf(workerData as DbTask));
