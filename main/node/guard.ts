import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { KEY_HEADER, KEY_PARAMETER } from '../../shared/contract/pageKey.ts';

export const newSecret = (): string => randomBytes(32).toString('base64url');

function isSame(given: string, secret: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(secret);
  return a.length === b.length && timingSafeEqual(a, b);
}

function cookieOf(request: IncomingMessage, name: string): string {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}

/**
 * Who may talk to the server: a browser that came with the launch's address. The token in the address works once; it is
 * exchanged for a cookie and a key, and the next browser needs the next token.
 */
export function createGuard(port: number) {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  // Cookies know no port, so two servers on one computer need two names.
  const cookieName = `midstance-${port}`;
  const session = newSecret();
  const key = newSecret();
  let token = newSecret();
  return {
    /** Against DNS rebinding: a foreign name that points here is refused. */
    isOwnHost: (request: IncomingMessage): boolean => hosts.includes(request.headers.host ?? ''),
    /** Against requests that another site makes: whatever changes something must come from our own page. */
    isOwnOrigin: (request: IncomingMessage): boolean =>
      request.headers.origin === `http://${request.headers.host}`,
    hasSession: (request: IncomingMessage): boolean => isSame(cookieOf(request, cookieName), session),
    /**
     * Against other programs on this computer, which the browser gives the cookie too: whoever wants data must know what
     * only the page was told. See `shared/contract/pageKey.ts`.
     */
    hasKey: (request: IncomingMessage, address: URL): boolean =>
      isSame(String(request.headers[KEY_HEADER] ?? ''), key) ||
      isSame(address.searchParams.get(KEY_PARAMETER) ?? '', key),
    token: (): string => token,
    /** Cookie and key for a right token, which is used up by this; undefined for a wrong or used one. */
    exchange(given: string): { readonly cookie: string; readonly key: string } | undefined {
      if (!isSame(given, token)) return undefined;
      token = newSecret();
      return { key, cookie: `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/` };
    },
  };
}
export type Guard = ReturnType<typeof createGuard>;
