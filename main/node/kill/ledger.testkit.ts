import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { CallInput, JobName, MethodName } from '../../../shared/contract/handlers.ts';
import type { Served } from '../serve.testkit.ts';

export type AskName = Exclude<MethodName, JobName>;

/** Something that can be read of a library from outside: the answer to a query, or bytes by their hash. */
export interface Slot {
  readonly name: AskName | 'bytes';
  /** Of a call; the address of bytes. */
  readonly input: unknown;
  /** Ids of what it belongs to, outermost first: athlete, session, clip, run; or one word for what belongs to nobody. */
  readonly path: readonly string[];
}
/** What was acknowledged. */
export interface Fact {
  readonly slot: Slot;
  /** `part`: the answer holds at least this; the rest was not told by the reply. */
  readonly value: unknown;
  readonly isPart?: boolean;
}

export const slotOf = <M extends AskName>(name: M, input: CallInput<M>, path: readonly string[]): Slot => ({
  name,
  input,
  path,
});
export const bytesSlot = (url: string, path: readonly string[]): Slot => ({
  name: 'bytes',
  input: url,
  path,
});
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const keyOf = ({ name, input }: Slot): string => `${name} ${JSON.stringify(input)}`;
const GONE = { gone: true } as const;
export const isGone = (value: unknown): boolean => isDeepStrictEqual(value, GONE);

/** The answer now; `GONE` for what is not found, anything else that fails is an error of the test. */
export async function read(server: Served, { name, input }: Slot): Promise<unknown> {
  if (name === 'bytes') {
    const response = await server.fetch(String(input));
    if (response.status === 404) return GONE;
    if (!response.ok) throw new Error(`${input} answers ${response.status}`);
    return hashOf(new Uint8Array(await response.arrayBuffer()));
  }
  const reply = await server.call(name, input);
  if (reply.ok) return ofItsOwn(name, reply.value);
  if (reply.error?.code === 'not_found') return GONE;
  throw new Error(`${name} ${JSON.stringify(input)}: ${JSON.stringify(reply.error)}`);
}

/** What is answered about nothing: no analysis, no exports, no edits. */
const isEmpty = (value: unknown): boolean =>
  value === null ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' &&
    'edits' in value &&
    Object.values(value).every((part) => part === false || isEmpty(part)));

/** Expected in part: that it is there. */
export const ANYTHING = Symbol('anything');

/** Without what an answer tells of others: an exercise says in whose plans it is. */
function ofItsOwn(name: Slot['name'], value: unknown): unknown {
  if (name !== 'library.list' || !Array.isArray(value)) return value;
  return value.map(({ usedBy: _, ...item }: Record<string, unknown>) => item);
}

/** Whether an answer holds everything that is expected of it; objects may have more, lists may not. */
function holds(actual: unknown, expected: unknown): boolean {
  if (expected === ANYTHING) return !isGone(actual);
  if (typeof expected !== 'object' || expected === null || Array.isArray(expected))
    return isDeepStrictEqual(actual, expected);
  return (
    typeof actual === 'object' &&
    actual !== null &&
    Object.entries(expected).every(([key, value]) => holds(Reflect.get(actual, key), value))
  );
}

export type Kind = 'athlete' | 'session' | 'clip' | 'export';

/** What a call may do to the facts while nobody knows whether it was done. */
export interface Effect {
  /** Outermost id of what it changes; absent where it may change an answer about anybody. */
  readonly root?: string;
  /** Answers of this root that may change. */
  readonly touches: readonly Slot['name'][];
  /** Id of what it deletes with everything that hangs on it. */
  readonly deletes?: string;
  /** What may be gone with it. */
  takes?(slot: Slot): boolean;
  /** The facts of a backup that takes the library's place at the next start. */
  readonly restores?: Ledger;
  /** What it makes, whose id only its reply tells. */
  readonly creates?: Kind;
  /** What a touched answer becomes; absent where it cannot be told beforehand. */
  predicted?(slot: Slot, before: unknown): unknown;
  /** Of something new, or of a touched answer that changed: what of it is only half there. */
  half?(server: Served, id: string): Promise<string | undefined>;
}

const isUncertain = (effect: Effect, { name, path }: Slot): boolean =>
  (effect.deletes !== undefined && path.includes(effect.deletes)) ||
  ((effect.root === undefined || path[0] === effect.root) && effect.touches.includes(name));

/** What was acknowledged so far, and what is under way. */
export class Ledger {
  #facts = new Map<string, Fact>();
  /** The facts of a backup that takes the library's place at the next start. */
  waiting: Ledger | undefined;

  copy(): Ledger {
    const copied = new Ledger();
    copied.#facts = new Map(this.#facts);
    return copied;
  }
  set(...facts: readonly Fact[]): void {
    for (const fact of facts)
      this.#facts.set(keyOf(fact.slot), { ...fact, value: ofItsOwn(fact.slot.name, fact.value) });
  }
  drop(isDropped: (slot: Slot) => boolean): void {
    for (const [key, { slot }] of this.#facts) if (isDropped(slot)) this.#facts.delete(key);
  }
  /**
   * As the library stands after a backup took its place: without exports, which are not in it, and proxies, which are made anew.
   */
  restored(): this {
    this.drop(
      ({ name, input, path }) =>
        name === 'exports.list' ||
        (name === 'bytes' && /^.media.exports/.test(`${input}`)) ||
        path[0] === 'loose',
    );
    for (const { slot, value } of [...this.#facts.values()])
      if (slot.name === 'clips.get' && !isGone(value)) {
        const { hasProxy: _, ...kept } = value as { hasProxy: boolean };
        this.set({ slot, value: kept, isPart: true });
      }
    return this;
  }
  /** Goes on from what the library says now. */
  async accept(server: Served): Promise<void> {
    for (const [key, { slot }] of [...this.#facts]) {
      const value = await read(server, slot);
      if (isGone(value)) this.#facts.delete(key);
      else this.#facts.set(key, { slot, value });
    }
  }
  get slots(): Slot[] {
    return [...this.#facts.values()].map(({ slot }) => slot);
  }
  knows(id: string): boolean {
    return this.slots.some(({ path }) => path.includes(id));
  }
  /** Reads anew what a call that was acknowledged may have changed. */
  async settle(server: Served, effect: Effect): Promise<void> {
    for (const [key, { slot }] of [...this.#facts]) {
      if (!isUncertain(effect, slot) && !this.#facts.get(key)?.isPart) continue;
      const value = await read(server, slot);
      const known = this.#facts.get(key);
      if (known?.isPart === true && !holds(value, known.value))
        throw new Error(`${key} does not say what was acknowledged`);
      if (isGone(value) && !isGone(known?.value)) throw new Error(`${key} is gone after it was acknowledged`);
      this.#facts.set(key, { slot, value });
    }
  }

  /**
   * What the library says otherwise than was acknowledged. What was under way may be there as a whole or not at all.
   * @param effects of calls that were acknowledged but not looked at since (`isDone`), and of the one under way
   */
  async differences(
    server: Served,
    effects: readonly { readonly effect: Effect; readonly isDone: boolean }[],
  ): Promise<string[]> {
    const wrong: string[] = [];
    const gone = new Map<string, { gone: string[]; there: string[] }>();
    for (const [key, { slot, value: before, isPart }] of this.#facts) {
      const now = await read(server, slot);
      if (isPart === true) {
        if (!holds(now, before)) wrong.push(told(key, before, now));
        continue;
      }
      const deleting = effects.find(({ effect }) => effect.deletes && slot.path.includes(effect.deletes));
      if (deleting?.effect.deletes !== undefined && !isGone(before)) {
        const { deletes } = deleting.effect;
        const states = gone.get(deletes) ?? { gone: [], there: [] };
        const isLeft = !isGone(now) && !isEmpty(now);
        // An empty answer says nothing of whether that which it is about is there.
        if (isLeft || !isEmpty(before)) states[isLeft ? 'there' : 'gone'].push(key);
        gone.set(deletes, states);
        if (!isLeft) continue;
      }
      if (isDeepStrictEqual(now, before)) continue;
      if (isGone(now) && effects.some(({ effect }) => effect.takes?.(slot))) continue;
      const touching = effects.find(({ effect }) => isUncertain(effect, slot));
      if (touching === undefined || isGone(now)) wrong.push(told(key, before, now));
      else if (!touching.isDone && touching.effect.predicted !== undefined) {
        const after = touching.effect.predicted(slot, before);
        if (after !== undefined && !isDeepStrictEqual(now, after)) wrong.push(told(key, after, now));
      }
    }
    for (const [id, states] of gone)
      if (states.gone.length > 0 && states.there.length > 0)
        wrong.push(`of ${id} there are still ${states.there.join(', ')}`);
    return wrong;
  }
}

function told(key: string, before: unknown, now: unknown): string {
  const [was, is] = [JSON.stringify(before) ?? '', JSON.stringify(now) ?? ''];
  let at = 0;
  while (at < was.length && was[at] === is[at]) at += 1;
  const from = Math.max(0, at - 60);
  return `${key}\n  was ${was.slice(from, at + 160)}\n  is  ${is.slice(from, at + 160)}`;
}
