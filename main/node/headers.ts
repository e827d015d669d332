import type { ServerResponse } from 'node:http';
import { PAGE_HEADERS } from '../host/pageHeaders.ts';

export { REPORT_POLICY } from '../host/pageHeaders.ts';

export function setCommonHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
}
