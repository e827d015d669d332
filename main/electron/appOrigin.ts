import type { CustomScheme } from 'electron';

export const SCHEME = 'app';
const HOST = 'midstance';
/** The page's own origin: not `file:`, so that the page has no more rights than a web page. */
export const ORIGIN = `${SCHEME}://${HOST}`;
export const PRINT_URL = `${SCHEME}://print/`;

/** Standard and secure make the page a secure context with an origin; nothing may bypass its policy. */
export const SCHEMES: CustomScheme[] = [
  {
    scheme: SCHEME,
    privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
  },
];

/** The address when it belongs to the page's own origin. */
export function ownAddress(url: string): URL | undefined {
  const address = URL.parse(url);
  return address?.protocol === `${SCHEME}:` && address.host === HOST ? address : undefined;
}
