import { describe, expect, it, vi } from 'vitest';
import { MENU, menuTemplate } from './menu.ts';

describe('menu', () => {
  it('has a label in every language for every entry', () => {
    for (const language of ['en', 'de'] as const) {
      const items = menuTemplate(language, () => undefined).flatMap(({ submenu }) =>
        Array.isArray(submenu) ? submenu : [],
      );
      expect(items).toHaveLength(MENU.flatMap(({ entries }) => entries).length);
      for (const item of items) {
        if (item.type !== undefined) expect(item.type).toBe('separator');
        else expect(item).toMatchObject({ label: expect.stringMatching(/\S/) });
      }
    }
    expect(menuTemplate('de', () => undefined)[0]?.label).toBe('Datei');
  });

  it('offers nothing that opens tools or loads the page again in the middle of work', () => {
    const roles = MENU.flatMap(({ entries }) => entries).map((entry) =>
      entry.kind === 'role' ? entry.role : '',
    );
    for (const role of ['reload', 'forceReload', 'toggleDevTools']) expect(roles).not.toContain(role);
  });

  it('runs a command', () => {
    const run = vi.fn();
    const [file] = menuTemplate('en', run);
    const [first] = Array.isArray(file?.submenu) ? file.submenu : [];
    first?.click?.(undefined as never, undefined, undefined as never);
    expect(run).toHaveBeenCalledWith('showLibraryFolder');
  });
});
