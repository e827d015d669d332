import type { CallInput } from '../../../shared/contract/handlers.ts';
import type { EditsState } from '../../../shared/contract/workSchemas.ts';
import type { DrawingInput } from '../../../shared/domain/drawing.ts';
import type { Driver, Prepared, Steps } from './driver.testkit.ts';
import { slotOf } from './ledger.testkit.ts';
import { measured } from './subjects.testkit.ts';
import type { SessionSubject } from './survey.testkit.ts';

type Names =
  | `edits.${'add' | 'undo' | 'redo'}`
  | 'findings.confirm'
  | `drawings.${'add' | 'change' | 'remove'}`;
type Edit = CallInput<'edits.add'>['edit'];

/** One entry of the coach's log: stored whole, and told whole by the reply. */
function changing({
  athleteId,
  sessionId,
}: SessionSubject): Pick<Prepared<Names>, 'root' | 'touches' | 'facts' | 'mayRefuse'> {
  return {
    root: athleteId,
    touches: ['edits.list', 'clips.get', 'analysis.latest', 'exports.list', 'pose.lookTask'],
    facts: (value: EditsState) => [
      { slot: slotOf('edits.list', { sessionId }, [athleteId, sessionId]), value },
    ],
    // Not every order of contacts can be run, and a stride that was rejected cannot be taken out.
    mayRefuse: ['impossible_order', 'not_found'],
  };
}

const BLANK: Omit<DrawingInput, 'clipId'> = {
  ...{ tool: 'text', colour: 'yellow', frame: 3, fromFrame: 0, toFrame: 29 },
  ...{ points: [{ x: 10, y: 12.5, joint: null }], text: 'Look here', marks: [] },
};

/** Of every kind that there is, on the events that were measured. */
async function someEdit(
  driver: Driver,
  { sessionId, clips }: Awaited<ReturnType<typeof measured>>,
): Promise<Edit> {
  const latest = await driver.ask('analysis.latest', { sessionId });
  if (latest === null) throw new Error('nothing is measured');
  const event = driver.pick(latest.analysis.events);
  const { clip, side, type, time_s } = event;
  const about = { clip, side, type, event: event.id, auto_time_s: time_s };
  const frames = { from_frame: 10, to_frame: 20 + (driver.next() % 9) };
  const stride = { clip, side, event: null, contact_time_s: time_s };
  return driver.pick<Edit>([
    { ...about, op: 'accept', time_s: null, reason: null },
    { ...about, op: 'move', time_s: time_s + 0.004, reason: null },
    { ...about, op: 'reject', time_s: null, reason: 'foot_hidden' },
    { ...about, op: 'add', event: null, auto_time_s: null, time_s: time_s + 0.1, reason: null },
    { ...stride, op: 'exclude', reason: 'stumble' },
    { clip: clips[0]?.id ?? clip, op: 'swap', ...frames },
    { clip, op: 'reset', joint: 27, ...frames },
    { clip, op: 'place', joint: 27, frame: 12, x_px: 30, y_px: 31, auto_x_px: 29, auto_y_px: 30, ...frames },
  ]);
}

/** The coach's log of a session: edits, confirmations, drawings. */
export const editSteps: Pick<Steps, Names> = {
  'edits.add': async (driver) => {
    const subject = await measured(driver);
    const edit = await someEdit(driver, subject);
    return { ...changing(subject), input: { sessionId: subject.sessionId, edit } };
  },
  'edits.undo': async (driver) => {
    const subject = await measured(driver);
    const { sessionId } = subject;
    if (!(await driver.ask('edits.list', { sessionId })).canUndo) await driver.do('drawings.add');
    return { ...changing(subject), input: { sessionId } };
  },
  'edits.redo': async (driver) => {
    const subject = await measured(driver);
    const { sessionId } = subject;
    if (!(await driver.ask('edits.list', { sessionId })).canRedo) {
      await driver.do('drawings.add');
      await driver.do('edits.undo');
    }
    return { ...changing(subject), input: { sessionId } };
  },
  'findings.confirm': async (driver) => {
    const subject = await measured(driver);
    const { sessionId } = subject;
    const { confirmed } = await driver.ask('edits.list', { sessionId });
    const isConfirmed = confirmed.includes('overstriding:L');
    return {
      ...changing(subject),
      input: { sessionId, rule: 'overstriding', side: 'L', confirmed: !isConfirmed },
    };
  },
  'drawings.add': async (driver) => {
    const subject = await measured(driver);
    const drawing = { ...BLANK, clipId: driver.pick(subject.clips).id, text: `Look ${driver.next()}` };
    return { ...changing(subject), input: { sessionId: subject.sessionId, drawing } };
  },
  'drawings.change': async (driver) => {
    const { subject, drawing } = await someDrawing(driver);
    const changed = { ...drawing, colour: driver.pick(['sky', 'green'] as const) };
    return { ...changing(subject), input: { sessionId: subject.sessionId, drawing: changed } };
  },
  'drawings.remove': async (driver) => {
    const { subject, drawing } = await someDrawing(driver);
    return { ...changing(subject), input: { sessionId: subject.sessionId, id: drawing.id } };
  },
};

async function someDrawing(driver: Driver) {
  const subject = await measured(driver);
  const { sessionId } = subject;
  let { drawings } = await driver.ask('edits.list', { sessionId });
  if (drawings.length === 0) drawings = (await driver.do('drawings.add'))?.drawings ?? [];
  return { subject, drawing: driver.pick(drawings) };
}
