import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { menuModelSchema } from '../../shared/contract/desktopBridge.ts';
import { menuTemplate } from './menu.ts';

const commands = () => ({ showLibraryFolder: vi.fn(), choose: vi.fn() });
const model = (language: 'en' | 'de') => ({
  language,
  recent: [{ id: 'session:1', label: 'Ann & Bea · 24 Nov 2026' }],
  groups: [{ title: 'Review', entries: [{ id: 'review.accept', label: 'Accept (A)' }] }],
});
const inside = ({ submenu }: MenuItemConstructorOptions): MenuItemConstructorOptions[] =>
  Array.isArray(submenu) ? submenu : [];
const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...flat(inside(item))]);
const click = (item: MenuItemConstructorOptions | undefined) =>
  item?.click?.(undefined as never, undefined, undefined as never);

describe('the native menu', () => {
  it('has a label in every language for every entry', () => {
    const [en, de] = (['en', 'de'] as const).map((one) => flat(menuTemplate(model(one), commands())));
    expect(en).toHaveLength(de?.length ?? 0);
    for (const item of [...(en ?? []), ...(de ?? [])]) {
      if (item.type !== undefined) expect(item.type).toBe('separator');
      else expect(item).toMatchObject({ label: expect.stringMatching(/\S/) });
    }
    expect(de?.[0]?.label).toBe('Datei');
  });

  it('offers nothing that opens tools or loads the page again in the middle of work, and takes no key from the page', () => {
    const items = flat(menuTemplate(model('en'), commands()));
    for (const role of ['reload', 'forceReload', 'toggleDevTools'])
      expect(items.map((item) => item.role)).not.toContain(role);
    expect(items.filter((item) => item.accelerator !== undefined)).toEqual([]);
  });

  it('runs what is chosen: the library folder, a session of late, an action of the page', () => {
    const run = commands();
    const items = flat(menuTemplate(model('en'), run));
    click(items.find(({ label }) => label === 'Show library folder'));
    expect(run.showLibraryFolder).toHaveBeenCalledOnce();
    click(items.find(({ label }) => label === 'Ann && Bea · 24 Nov 2026'));
    click(items.find(({ label }) => label === 'Accept (A)'));
    expect(run.choose.mock.calls).toEqual([['session:1'], ['review.accept']]);
  });

  it('shows no list of late sessions where there are none', () => {
    const items = flat(menuTemplate({ ...model('en'), recent: [] }, commands()));
    expect(items.map(({ label }) => label)).not.toContain('Open recent session');
  });

  it('takes nothing from a page that is no menu', () => {
    for (const wrong of [undefined, 'x', {}, { ...model('en'), language: 'xx' }, { ...model('en'), more: 1 }])
      expect(menuModelSchema.safeParse(wrong).success).toBe(false);
  });
});
