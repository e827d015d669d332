import { api } from '../../../shared/contract/api.ts';
import type { Answer, CallInput, JobName, MethodName, Output } from '../../../shared/contract/handlers.ts';
import { uploadUrl } from '../../../shared/contract/mediaUrls.ts';
import type { Job } from '../../../shared/contract/workSchemas.ts';
import type { Reply, Served } from '../serve.testkit.ts';
import { type AskName, type Effect, type Fact, Ledger, type Slot } from './ledger.testkit.ts';
import { survey } from './survey.testkit.ts';

/** Names of everything that changes what is stored. */
export type ChangeName = {
  [M in MethodName]: (typeof api)[M]['kind'] extends 'query' ? never : M;
}[MethodName];
export const CHANGES = Object.entries(api).flatMap(([name, { kind }]) =>
  kind === 'query' ? [] : [name as ChangeName],
);

/** One call of a method, with everything in place that it needs. */
export interface Prepared<M extends ChangeName> extends Effect {
  readonly input: CallInput<M>;
  /** What the reply acknowledges. */
  facts?(reply: Output<M>): readonly Fact[];
  /** What is not to be asked for any more once it is done. */
  drops?(slot: Slot): boolean;
  /** Code with which it has to be refused, changing nothing. */
  readonly refused?: string;
  /** Codes with which it may be. */
  readonly mayRefuse?: readonly string[];
  /** What else the driver notes once it is done. */
  after?(reply: Output<M>): void | Promise<void>;
}
export type Steps = { [M in ChangeName]: (driver: Driver) => Promise<Prepared<M>> };

/** The kill came before the answer. */
export class Unanswered extends Error {}

/** What a coach does, one call after the other, with a ledger of what was acknowledged. */
export class Driver {
  readonly steps: Steps;
  readonly random: () => number;
  server: Served;
  ledger = new Ledger();
  /** How often each was acknowledged, and what one took, ms. */
  readonly acknowledged = new Map<ChangeName, number>();
  readonly #took = new Map<ChangeName, number>();
  /** What a kill found: under way, or acknowledged and not looked at. */
  open: { method: ChangeName; effect: Effect; isDone: boolean }[] = [];
  isKilled = false;
  #serial = 0;
  /** Backups that were made: their bytes with what was acknowledged until then. */
  backup: { readonly bytes: Buffer; readonly ledger: Ledger } | undefined;

  constructor(steps: Steps, random: () => number, server: Served) {
    this.steps = steps;
    this.random = random;
    this.server = server;
  }
  /** A number that no other call of this driver gets. */
  next(): number {
    this.#serial += 1;
    return this.#serial;
  }
  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.random() * items.length)];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  }
  async ask<M extends AskName>(method: M, input: CallInput<M>): Promise<Answer<M>> {
    const reply = await this.#call(method, input);
    if (!reply.ok) throw new Error(`${method} ${JSON.stringify(input)}: ${JSON.stringify(reply.error)}`);
    return reply.value as Answer<M>;
  }
  async upload(name: string, body: Buffer): Promise<string> {
    const { token } = await this.ask('uploads.begin', { name, bytes: body.length });
    await this.fetch(uploadUrl(token, 0), { method: 'PUT', body });
    return token;
  }
  async fetch(path: string, init?: { method?: string; body?: Uint8Array }): Promise<Buffer> {
    const response = await this.#alive(this.server.fetch(path, init));
    return Buffer.from(await this.#alive(response.arrayBuffer()));
  }
  /** Kills the program so long after the call of the method begins, as a share of what it takes. */
  async killDuring(method: ChangeName, share: number): Promise<void> {
    const { child } = this.server;
    const after_ms = share * (this.#took.get(method) ?? (api[method].kind === 'job' ? 300 : 15));
    try {
      await this.do(method, () => {
        setTimeout(() => {
          this.isKilled = true;
          child.kill('SIGKILL');
        }, after_ms);
      });
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
    }
    await this.server.ended;
  }

  /** One call with what it needs, noted when it is acknowledged. */
  async do<M extends ChangeName>(method: M, onBegin = (): void => undefined): Promise<Output<M> | undefined> {
    return this.doWith(method, await this.steps[method](this), onBegin);
  }
  /** The same with other things in place than by chance. */
  async doWith<M extends ChangeName>(
    method: M,
    prepared: Prepared<M>,
    onBegin = (): void => undefined,
  ): Promise<Output<M> | undefined> {
    const entry = { method, effect: prepared, isDone: false };
    this.open = [entry];
    const began = performance.now();
    onBegin();
    const reply = await this.#answer(method, prepared.input);
    this.#took.set(method, performance.now() - began);
    const { refused, mayRefuse = [] } = prepared;
    if (!reply.ok || refused !== undefined) {
      const code = reply.ok ? 'ok' : (reply.error?.code ?? '');
      if (code !== refused && !mayRefuse.includes(code))
        throw new Error(
          `${method} ${JSON.stringify(prepared.input).slice(0, 300)}: ${JSON.stringify(reply)}`,
        );
      // A refusal changes nothing.
      this.open = [];
      if (refused !== undefined) this.#count(method);
      return undefined;
    }
    const value = reply.value as Output<M>;
    entry.isDone = true;
    const { ledger } = this;
    const { deletes } = prepared;
    ledger.drop(
      (slot) => prepared.drops?.(slot) === true || (deletes !== undefined && slot.path.includes(deletes)),
    );
    ledger.set(...(prepared.facts?.(value) ?? []));
    await prepared.after?.(value);
    this.#count(method);
    if (this.isKilled) throw new Unanswered();
    await this.#alive(ledger.settle(this.server, prepared));
    if (prepared.creates !== undefined) await this.#alive(survey(this.server, ledger));
    this.open = [];
    return value;
  }
  #count(method: ChangeName): void {
    this.acknowledged.set(method, (this.acknowledged.get(method) ?? 0) + 1);
  }
  async #answer(method: ChangeName, input: unknown): Promise<Reply> {
    const reply = await this.#call(method, input);
    if (api[method].kind !== 'job' || !reply.ok) return reply;
    const { jobId } = reply.value as Answer<JobName>;
    for (;;) {
      const { state, result, error } = (await this.ask('jobs.get', { jobId })) as Job;
      if (state === 'done') return { ok: true, value: result };
      if (state !== 'running') return { ok: false, error: { code: error?.code ?? state } };
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  #call(method: string, input: unknown): Promise<Reply> {
    return this.#alive(this.server.call(method, input));
  }
  /** What fails because the program was killed is no answer. */
  async #alive<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (this.isKilled) throw new Unanswered('', { cause: error });
      throw error;
    }
  }
  /** After the start that follows a kill. */
  begin(server: Served): void {
    this.server = server;
    this.isKilled = false;
    this.open = [];
  }
}
