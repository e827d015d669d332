/** Longest run of characters that is safe to pass as arguments. */
const STEP = 0x8000;

/** The bytes of an array of numbers as base64, as `pose.saveChunk` wants them. */
export function base64FromFloat32(values: Float32Array): string {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  let text = '';
  for (let i = 0; i < bytes.length; i += STEP) {
    text += String.fromCharCode(...bytes.subarray(i, i + STEP));
  }
  return btoa(text);
}

/** The other way round. @throws Error where the text is no base64 of whole values */
export function float32FromBase64(text: string): Float32Array {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return new Float32Array(bytes.buffer);
}
