import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from './backends/page.ts';
import { buildTestApp } from './buildTestApp.ts';

export interface OpenedApp {
  readonly page: Page;
  /** Ends the app as a coach would. */
  close(): Promise<void>;
}
export interface AppDriver {
  readonly name: string;
  /** Why it cannot run here. */
  readonly skipped: string | undefined;
  readonly needsBuild: boolean;
  open(appRoot: string, libraryFolder: string): Promise<OpenedApp>;
}

/** What the desktop app must do in whatever runs it. */
export function describeApp({ name, skipped, needsBuild, open }: AppDriver): void {
  const title = skipped === undefined ? name : `${name} (skipped: ${skipped})`;
  describe.skipIf(skipped !== undefined)(title, () => {
    const folder = mkdtempSync(join(tmpdir(), 'midstance-app-'));
    const library = join(folder, 'library');
    let app: OpenedApp;
    beforeAll(async () => {
      await buildTestApp(folder, { electron: needsBuild });
      app = await open(folder, library);
    }, 120_000);
    afterAll(async () => {
      await app?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it('shows the page isolated, with the bridge and nothing of Electron or Node', async () => {
      const seen = await app.page.evaluate(() => ({
        isIsolated: crossOriginIsolated,
        isSecure: isSecureContext,
        bridge: Object.keys(window.midstance).sort(),
        leaked: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter(
          (key) => key in window,
        ),
      }));
      expect(seen).toEqual({
        isIsolated: true,
        isSecure: true,
        bridge: ['call', 'onEvent', 'onMenu', 'onOpened', 'setMenu', 'takeDroppedFile', 'takeOpened'],
        leaked: [],
      });
    });

    it('answers calls and tells what changed, until nobody listens any more', async () => {
      const seen = await app.page.evaluate(async () => {
        const scopes: string[] = [];
        const stop = window.midstance.onEvent((event) => {
          if (event.type === 'data.changed') scopes.push(event.scope);
        });
        await window.midstance.call('athletes.create', { name: 'Ann' });
        while (scopes.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
        stop();
        const before = scopes.length;
        await window.midstance.call('athletes.create', { name: 'Bea' });
        await new Promise((resolve) => setTimeout(resolve, 200));
        const reply = await window.midstance.call('athletes.list', {});
        return { scopes, heardAfterStop: scopes.length - before, reply };
      });
      expect(seen.scopes).toContain('athletes');
      expect(seen.heardAfterStop).toBe(0);
      expect(seen.reply).toMatchObject({ ok: true, value: [{ name: 'Ann' }, { name: 'Bea' }] });
    });

    it('reaches nothing outside', async () => {
      const outcome = await app.page.evaluate(() =>
        fetch('https://example.com/').then(
          () => 'reached',
          () => 'blocked',
        ),
      );
      expect(outcome).toBe('blocked');
    });

    it('takes a page into no frame of a page', async () => {
      const inside = await app.page.evaluate(async () => {
        const frame = document.createElement('iframe');
        frame.src = '/';
        document.body.append(frame);
        await new Promise((resolve) => frame.addEventListener('load', resolve));
        // A page that refuses to be framed is replaced by one of another origin.
        try {
          return frame.contentWindow !== null && 'midstance' in frame.contentWindow;
        } catch {
          return false;
        }
      });
      expect(inside).toBe(false);
    });
  });
}
