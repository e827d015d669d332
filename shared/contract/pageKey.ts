/**
 * The page's second secret on the Node root, beside its cookie: a cookie reaches every program that listens on this
 * computer's own address, whatever its port. It comes with the fragment of the address that lets a browser in, which is never
 * sent anywhere, and goes along with calls as a header, with addresses of bytes and events as a parameter.
 */
export const KEY_HEADER = 'x-midstance-key';
export const KEY_PARAMETER = 'key';

/** Where a browser that was let in goes on. */
export const keyFragment = (key: string): string => `#${KEY_PARAMETER}=${key}`;

/** The key in the fragment of an address; undefined where there is none. */
export const keyFromFragment = (fragment: string): string | undefined =>
  /^#key=([A-Za-z0-9_-]{20,100})$/.exec(fragment)?.[1];

/** An address under the root's own origin with the key. */
export const withKey = (address: string, key: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}${KEY_PARAMETER}=${encodeURIComponent(key)}`;
