import { describe, expect, it } from 'vitest';
import { base64FromFloat32 } from './base64.ts';

describe('base64FromFloat32', () => {
  it('keeps every bit, NaN too, of a long array and of a part of one', () => {
    const values = Float32Array.from({ length: 20_000 }, (_, i) => (i === 7 ? Number.NaN : i / 3));
    const part = values.subarray(5, 19_999);
    const bytes = Buffer.from(base64FromFloat32(part), 'base64');
    const back = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    expect(back).toEqual(part);
  });
});
