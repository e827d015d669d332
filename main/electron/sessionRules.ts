import type { SessionApi } from './electronApi.ts';

/** Schemes that a page may ask for; none of them reaches a network. */
const LOCAL_SCHEMES: readonly string[] = ['app:', 'blob:', 'data:'];
/** The developer tools are pages too; they exist only in an unpackaged app. */
const TOOL_SCHEMES: readonly string[] = ['devtools:'];

/** Whether a request stays on this computer. `blob:` and `data:` cannot be opened by another site's page. */
export function isLocalRequest(url: string, isPackaged: boolean): boolean {
  const scheme = URL.parse(url)?.protocol;
  if (scheme === undefined) return false;
  return LOCAL_SCHEMES.includes(scheme) || (!isPackaged && TOOL_SCHEMES.includes(scheme));
}

/** No permission of any kind, no device, no request that leaves the computer. */
export function applySessionRules(session: SessionApi, isPackaged: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, callback) =>
    callback({ cancel: !isLocalRequest(url, isPackaged) }),
  );
}
