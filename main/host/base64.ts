import { CodedError } from '../../shared/domain/errors.ts';
import { bytesFromFloat32, float32FromBytes } from '../db/floatBlob.ts';

/** Little-endian Float32 from base64. @throws CodedError invalid_input when the bytes are not whole values */
export function float32From(base64: string): Float32Array {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length % 4 !== 0)
    throw new CodedError('invalid_input', { detail: `data: ${bytes.length} bytes` });
  return float32FromBytes(bytes);
}

export const base64From = (values: Float32Array): string => bytesFromFloat32(values).toString('base64');

export function bytesFromFloat64(values: Float64Array): Buffer {
  const bytes = Buffer.alloc(values.length * 8);
  for (const [i, value] of values.entries()) bytes.writeDoubleLE(value, i * 8);
  return bytes;
}
