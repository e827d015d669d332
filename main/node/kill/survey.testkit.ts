import type { Clip } from '../../../shared/contract/clipSchemas.ts';
import { exportUrl } from '../../../shared/contract/mediaUrls.ts';
import type { ExportRecord } from '../../../shared/contract/workSchemas.ts';
import type { Served } from '../serve.testkit.ts';
import { bytesSlot, type Fact, type Kind, type Ledger, read, type Slot, slotOf } from './ledger.testkit.ts';

export interface SessionSubject {
  readonly athleteId: string;
  readonly sessionId: string;
}

export const athleteSlots = (id: string): Slot[] => [slotOf('athletes.get', { id }, [id])];
export const sessionSlots = ({ athleteId, sessionId }: SessionSubject): Slot[] => {
  const path = [athleteId, sessionId];
  return [
    slotOf('sessions.get', { id: sessionId }, path),
    slotOf('edits.list', { sessionId }, path),
    slotOf('exports.list', { sessionId }, path),
    slotOf('analysis.latest', { sessionId }, path),
  ];
};
export const clipSlot = ({ athleteId, sessionId }: SessionSubject, id: string): Slot =>
  slotOf('clips.get', { id }, [athleteId, sessionId, id]);
export const exportSlots = (made: ExportRecord, owner: readonly string[]): Slot[] =>
  made.files.map(({ name }) => bytesSlot(exportUrl(made.exportId, name), [...owner, made.exportId]));

/**
 * Adds what can be reached from the lists and was not noted yet.
 * @returns what that is
 */
export async function survey(server: Served, ledger: Ledger): Promise<{ kind: Kind; id: string }[]> {
  const found: { kind: Kind; id: string }[] = [];
  const note = async (kind: Kind, id: string, slots: readonly Slot[]) => {
    if (!ledger.knows(id)) found.push({ kind, id });
    const known = new Set(ledger.slots.map((slot) => JSON.stringify([slot.name, slot.input])));
    const facts: Fact[] = [];
    for (const slot of slots)
      if (!known.has(JSON.stringify([slot.name, slot.input])))
        facts.push({ slot, value: await read(server, slot) });
    ledger.set(...facts);
  };
  const list = async <T>(slot: Slot): Promise<readonly T[]> => (await read(server, slot)) as readonly T[];
  for (const { id } of await list<{ id: string }>(slotOf('athletes.list', {}, [])))
    await note('athlete', id, athleteSlots(id));
  const sessions = slotOf('sessions.list', { athleteId: null }, []);
  for (const { id: sessionId, athleteId } of await list<{ id: string; athleteId: string }>(sessions)) {
    const subject = { athleteId, sessionId };
    await note('session', sessionId, sessionSlots(subject));
    for (const { id } of await list<Clip>(slotOf('clips.list', { sessionId }, [])))
      await note('clip', id, [clipSlot(subject, id)]);
    for (const made of await list<ExportRecord>(slotOf('exports.list', { sessionId }, [])))
      await note('export', made.exportId, exportSlots(made, [athleteId, sessionId]));
  }
  return found;
}
