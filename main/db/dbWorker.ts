import { parentPort, workerData } from 'node:worker_threads';
import { CodedError } from '../../shared/domain/errors.ts';
import { copyLibrary, forgetInCopy, isLibraryWhole } from './copyTasks.ts';
import type { DbReport, DbResults, DbTask } from './dbTasks.ts';
import { vetLibrary } from './vetLibrary.ts';

/** The thread of `dbTasks.ts`. */
function run(task: DbTask): DbResults[keyof DbResults] {
  switch (task.kind) {
    case 'copy':
      copyLibrary(task.database, task.target);
      return undefined;
    case 'check':
      return isLibraryWhole(task.database);
    case 'forget':
      forgetInCopy(task.file, task.athletes);
      return undefined;
    case 'vet':
      return vetLibrary(task.file, task.options);
  }
}

function reportOf(task: DbTask): DbReport {
  try {
    return { ok: true, value: run(task) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const params = error instanceof CodedError ? error.params : {};
    return { ok: false, code, message: error instanceof Error ? error.message : String(error), params };
  }
}

parentPort?.postMessage(reportOf(workerData as DbTask));
