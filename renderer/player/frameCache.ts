/** What a cache can hold: memory that is given back by closing. */
export interface Closable {
  readonly bytes: number;
  close(): void;
}

/**
 * Least-recently-used frames within a limit of bytes. An item that leaves the cache is closed, so a frame taken from
 * here must be drawn at once and not kept. The newest item always stays, even where it alone is over the limit.
 */
export class FrameCache<Item extends Closable> {
  readonly #items = new Map<number, Item>();
  readonly #limitBytes: number;
  #bytes = 0;

  constructor(limitBytes: number) {
    if (!(limitBytes > 0)) throw new RangeError(`invalid limitBytes: ${limitBytes}`);
    this.#limitBytes = limitBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#items.size;
  }

  has(index: number): boolean {
    return this.#items.has(index);
  }

  /** The item, now the most recently used one. */
  get(index: number): Item | undefined {
    const item = this.#items.get(index);
    if (item === undefined) return undefined;
    this.#items.delete(index);
    this.#items.set(index, item);
    return item;
  }

  put(index: number, item: Item): void {
    this.#remove(index);
    this.#items.set(index, item);
    this.#bytes += item.bytes;
    for (const oldest of this.#items.keys()) {
      if (this.#bytes <= this.#limitBytes || oldest === index) break;
      this.#remove(oldest);
    }
  }

  clear(): void {
    this.keepOnly(undefined);
  }

  /** Closes all but one. */
  keepOnly(kept: number | undefined): void {
    for (const index of [...this.#items.keys()]) if (index !== kept) this.#remove(index);
  }

  #remove(index: number): void {
    const item = this.#items.get(index);
    if (item === undefined) return;
    this.#items.delete(index);
    this.#bytes -= item.bytes;
    item.close();
  }
}
