/**
 * Removes outputs from a TFLite model (a flatbuffer, schema version 3) together with the operators that only they need.
 *
 * The edit is made in place: the subgraph's `outputs` and `operators` vectors are shortened, nothing else moves. Tensors
 * and weights of dropped operators stay in the file as dead bytes, so offsets, quantisation and every remaining number
 * are untouched and the kept outputs are bit-identical. Field numbers: tensorflow/lite/schema/schema.fbs.
 */
const MODEL = { subgraphs: 2, signatureDefs: 7 } as const;
const SUBGRAPH = { tensors: 0, outputs: 2, operators: 3 } as const;
const TENSOR = { name: 3 } as const;
const OPERATOR = { inputs: 1, outputs: 2 } as const;

export interface StripResult {
  readonly bytes: Uint8Array;
  readonly operatorsBefore: number;
  readonly operatorsAfter: number;
}

/**
 * @param source the .tflite file, not changed
 * @param drop names of the output tensors to remove
 * @throws RangeError when a name is not an output, or the file is not a single-subgraph model without signatures
 */
export function stripOutputs(source: Uint8Array, drop: readonly string[]): StripResult {
  const bytes = Uint8Array.from(source);
  const buffer = new FlatBuffer(bytes);
  const model = buffer.root();
  const subgraphs = buffer.tables(model, MODEL.subgraphs);
  const [graph] = subgraphs;
  if (graph === undefined || subgraphs.length !== 1) throw new RangeError('invalid model: not one subgraph');
  if (buffer.field(model, MODEL.signatureDefs) !== 0) throw new RangeError('invalid model: has signatures');

  const tensors = buffer.tables(graph, SUBGRAPH.tensors);
  const nameOf = (index: number): string => buffer.text(tensors[index] ?? graph, TENSOR.name);
  const outputs = buffer.ints(graph, SUBGRAPH.outputs);
  const kept = outputs.filter((index) => !drop.includes(nameOf(index)));
  if (kept.length !== outputs.length - drop.length) throw new RangeError(`invalid outputs to drop: ${drop}`);

  const operators = buffer.tables(graph, SUBGRAPH.operators);
  const needed = operatorsFor(kept, operators, buffer);
  buffer.setInts(graph, SUBGRAPH.outputs, kept);
  buffer.setTables(
    graph,
    SUBGRAPH.operators,
    operators.filter((_, i) => needed.has(i)),
  );
  return { bytes, operatorsBefore: operators.length, operatorsAfter: needed.size };
}

/** Indices of the operators that the given tensors depend on. */
function operatorsFor(tensors: readonly number[], operators: readonly number[], buffer: FlatBuffer) {
  const producer = new Map<number, number>();
  operators.forEach((table, i) => {
    for (const tensor of buffer.ints(table, OPERATOR.outputs)) producer.set(tensor, i);
  });
  const needed = new Set<number>();
  const open = [...tensors];
  for (let tensor = open.pop(); tensor !== undefined; tensor = open.pop()) {
    const index = producer.get(tensor);
    const table = index === undefined ? undefined : operators[index];
    if (index === undefined || table === undefined || needed.has(index)) continue;
    needed.add(index);
    open.push(...buffer.ints(table, OPERATOR.inputs).filter((input) => input >= 0));
  }
  return needed;
}

/** Just enough of the flatbuffer format: tables are byte positions, fields are looked up in the table's vtable. */
class FlatBuffer {
  private readonly view: DataView;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  root(): number {
    return this.view.getUint32(0, true);
  }

  /** Offset of a field inside its table, 0 when absent. */
  field(table: number, index: number): number {
    const vtable = table - this.view.getInt32(table, true);
    const slot = 4 + 2 * index;
    return slot < this.view.getUint16(vtable, true) ? this.view.getUint16(vtable + slot, true) : 0;
  }

  ints(table: number, index: number): number[] {
    return this.items(table, index, (at) => this.view.getInt32(at, true));
  }

  tables(table: number, index: number): number[] {
    return this.items(table, index, (at) => at + this.view.getUint32(at, true));
  }

  text(table: number, index: number): string {
    const at = this.vector(table, index);
    if (at === undefined) return '';
    const length = this.view.getUint32(at, true);
    const codes = Array.from({ length }, (_, i) => this.view.getUint8(at + 4 + i));
    return String.fromCharCode(...codes);
  }

  /** Overwrites a vector with one that is not longer. */
  setInts(table: number, index: number, values: readonly number[]): void {
    this.overwrite(table, index, values, (at, value) => this.view.setInt32(at, value, true));
  }

  /** The same for tables; offsets stay positive because entries only move towards the start of the vector. */
  setTables(table: number, index: number, values: readonly number[]): void {
    this.overwrite(table, index, values, (at, value) => this.view.setUint32(at, value - at, true));
  }

  private vector(table: number, index: number): number | undefined {
    const offset = this.field(table, index);
    return offset === 0 ? undefined : table + offset + this.view.getUint32(table + offset, true);
  }

  private items(table: number, index: number, read: (at: number) => number): number[] {
    const at = this.vector(table, index);
    if (at === undefined) return [];
    return Array.from({ length: this.view.getUint32(at, true) }, (_, i) => read(at + 4 + 4 * i));
  }

  private overwrite(
    table: number,
    index: number,
    values: readonly number[],
    write: (at: number, value: number) => void,
  ): void {
    const at = this.vector(table, index);
    if (at === undefined || values.length > this.view.getUint32(at, true))
      throw new RangeError(`invalid vector length: ${values.length}`);
    this.view.setUint32(at, values.length, true);
    values.forEach((value, i) => {
      write(at + 4 + 4 * i, value);
    });
  }
}
