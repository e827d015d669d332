import { KEY_HEADER, keyFromFragment, withKey } from '../../shared/contract/pageKey.ts';

/** Kept by origin, port included: for another load of the page, and for its other windows. */
const PLACE = 'midstance-key';

/** This page's key; undefined in the desktop app, which has no need of one. */
const key = takeKey();
if (key !== undefined) sendAlong(key);

/** Reads the key once and takes it out of the address, before anything looks at the address. */
function takeKey(): string | undefined {
  // Tests of parts run without a page.
  if (typeof location === 'undefined') return undefined;
  const given = keyFromFragment(location.hash);
  if (given === undefined) return kept();
  try {
    localStorage.setItem(PLACE, given);
  } catch {
    // No storage: good until the next load.
  }
  history.replaceState(null, '', location.pathname + location.search);
  return given;
}

function kept(): string | undefined {
  try {
    return localStorage.getItem(PLACE) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Every request that this page itself makes to its own origin carries the key. */
function sendAlong(key: string): void {
  const plain = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const request = new Request(input, init);
    if (new URL(request.url).origin === location.origin) request.headers.set(KEY_HEADER, key);
    return plain(request);
  };
}

/** An address for what cannot send headers: pictures, videos, frames, links, streams of events and workers. */
export const ownUrl = (address: string): string => (key === undefined ? address : withKey(address, key));
