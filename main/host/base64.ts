import { CodedError } from '../../shared/domain/errors.ts';

/** Little-endian Float32 from base64. @throws CodedError invalid_input when the bytes are not whole values */
export function float32From(base64: string): Float32Array {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length % 4 !== 0)
    throw new CodedError('invalid_input', { detail: `data: ${bytes.length} bytes` });
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(i * 4));
}

/** The other way round: little-endian bytes whatever the machine. */
export function bytesFromFloat32(values: Float32Array): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeFloatLE(value, i * 4);
  return bytes;
}

export function bytesFromFloat64(values: Float64Array): Buffer {
  const bytes = Buffer.alloc(values.length * 8);
  for (const [i, value] of values.entries()) bytes.writeDoubleLE(value, i * 8);
  return bytes;
}
