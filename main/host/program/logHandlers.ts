import type { Handlers } from '../../../shared/contract/handlers.ts';
import type { LogEntryInput } from '../../../shared/contract/programApiSchemas.ts';
import type { LogEntry } from '../../../shared/domain/drillLog.ts';
import { CodedError } from '../../../shared/domain/errors.ts';
import { addDays } from '../../../shared/program/calendar.ts';
import { openPains } from '../../../shared/program/readLog.ts';
import type { HostContext } from '../hostContext.ts';
import type { JobContext } from '../jobs.ts';
import { changer } from './change.ts';
import type { Facts } from './facts.ts';
import { merged, readLogFile } from './logFile.ts';

type Names = `program.${'saveLogEntries' | 'deleteLogEntry' | 'importLog' | 'answerPain' | 'clearPain'}`;

/** What the athlete did and how it felt. */
export function logHandlers(context: HostContext): Pick<Handlers<JobContext>, Names> {
  const { services, incoming } = context;
  const { db } = context.library;
  const change = changer(context);
  return {
    'program.saveLogEntries': ({ entries, ...asked }) =>
      change(asked, 'log', () => {
        for (const entry of entries) {
          if (entry.date > asked.today) throw new CodedError('date_to_come', { date: entry.date });
          const stored = entry.id === null ? undefined : db.drillLog.find(asked.athleteId, entry.id);
          db.drillLog.save(asked.athleteId, typed(entry, stored, asked.today, services.newId));
        }
      }),
    'program.deleteLogEntry': ({ id, ...asked }) =>
      change(asked, 'log', ({ clearances }) => {
        const entry = db.drillLog.get(asked.athleteId, id);
        // One of a day to come was written under a clock that was ahead.
        if (entry.date <= asked.today && openPains([entry], clearances).length > 0)
          throw new CodedError('pain_kept');
        db.drillLog.remove(asked.athleteId, id);
      }),
    'program.importLog': async ({ source, ...asked }) => {
      const file = await readLogFile(incoming, source);
      const count = { added: 0, changed: 0, unchanged: 0 };
      const state = change(asked, 'log', (facts) => {
        checkFile(facts, file);
        for (const entry of file.entries) {
          const stored = db.drillLog.find(asked.athleteId, entry.id);
          const { entry: next, how } = merged(entry, stored);
          count[how] += 1;
          if (how !== 'unchanged') db.drillLog.save(asked.athleteId, next);
        }
      });
      return { ...count, state };
    },
    'program.answerPain': ({ entryId, answer, ...asked }) =>
      change(asked, 'pain', () => {
        const entry = db.drillLog.get(asked.athleteId, entryId);
        const isOther = JSON.stringify(entry.pain_answer) !== JSON.stringify(answer);
        if (entry.pain_answer?.pain === true && isOther) throw new CodedError('pain_kept');
        db.drillLog.save(asked.athleteId, { ...entry, pain_answer: answer });
      }),
    'program.clearPain': ({ area, reason, ...asked }) =>
      change(asked, 'pain', ({ log, clearances }) => {
        const dates = openPains(log, clearances).flatMap((pain) =>
          pain.area === area && pain.date <= asked.today ? pain.date : [],
        );
        const last = dates.sort().at(-1);
        if (last === undefined) throw new CodedError('not_found');
        if (last >= asked.today) throw new CodedError('pain_too_recent', { date: last });
        db.drillLog.clear(asked.athleteId, { area, date: asked.today, reason });
      }),
  };
}

/**
 * A typed line over the stored one. An answer with yes stays with its day until the place is cleared; a no belongs to the
 * note that it was given to.
 * @throws CodedError pain_kept
 */
function typed(
  { id, ...line }: LogEntryInput,
  stored: LogEntry | undefined,
  today: string,
  newId: () => string,
): LogEntry {
  const answer = stored?.pain_answer ?? null;
  const isMoved = stored !== undefined && stored.date <= today && stored.date !== line.date;
  if (answer?.pain === true && isMoved) throw new CodedError('pain_kept');
  const isKept = answer?.pain === true || stored?.note === line.note;
  return { ...line, id: id ?? newId(), pain_answer: isKept ? answer : null };
}

/** @throws CodedError log_other_plan, date_to_come */
function checkFile(
  { plan, finished, today }: Facts,
  { name, plan_start, entries }: Awaited<ReturnType<typeof readLogFile>>,
): void {
  const starts = [...finished, ...(plan === undefined ? [] : [plan])].map((one) => one.plan.start_date);
  if (!starts.includes(plan_start)) throw new CodedError('log_other_plan', { file: name, date: plan_start });
  // Where the athlete is, it may be tomorrow already.
  const ahead = entries.find(({ date }) => date > addDays(today, 1));
  if (ahead !== undefined) throw new CodedError('date_to_come', { date: ahead.date });
}
