import { useEffect, useState } from 'react';

export interface Fetched<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
}

/** Bytes at an address, decoded once: the same object for as long as the address stays. */
export function useFetched<Data>(
  url: string | undefined,
  decode: (bytes: ArrayBuffer) => Data,
): Fetched<Data> {
  const [state, setState] = useState<Fetched<Data> & { url: string | undefined }>();
  useEffect(() => {
    if (url === undefined) return;
    const abort = new AbortController();
    fetch(url, { signal: abort.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(`invalid response: ${response.status}`);
        setState({ url, data: decode(await response.arrayBuffer()), error: undefined });
      })
      .catch((error: unknown) => {
        if (!abort.signal.aborted) setState({ url, data: undefined, error });
      });
    return () => abort.abort();
  }, [url, decode]);
  return state?.url === url && state !== undefined ? state : { data: undefined, error: undefined };
}

export const float64From = (bytes: ArrayBuffer): Float64Array => new Float64Array(bytes);
export const float32From = (bytes: ArrayBuffer): Float32Array => new Float32Array(bytes);
