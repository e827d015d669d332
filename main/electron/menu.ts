import type { MenuItemConstructorOptions } from 'electron';
import type { MenuModel } from '../../shared/contract/desktopBridge.ts';
import type { Language } from '../../shared/domain/language.ts';

type Label = Readonly<Record<Language, string>>;
type Role = NonNullable<MenuItemConstructorOptions['role']>;

/** What the menu does besides Electron's own roles. */
export interface MenuCommands {
  readonly showLibraryFolder: () => void;
  /** An entry of the page's. */
  readonly choose: (id: string) => void;
}

const TITLES = {
  file: { en: 'File', de: 'Datei' },
  recent: { en: 'Open recent session', de: 'Zuletzt geöffnete Aufnahme' },
  library: { en: 'Show library folder', de: 'Bibliotheksordner zeigen' },
  edit: { en: 'Edit', de: 'Bearbeiten' },
  view: { en: 'View', de: 'Ansicht' },
  window: { en: 'Window', de: 'Fenster' },
  help: { en: 'Help', de: 'Hilfe' },
} as const satisfies Readonly<Record<string, Label>>;

const LINE: MenuItemConstructorOptions = { type: 'separator' };

/**
 * The native menu: the system's own entries, then a menu for each part of the window with what the coach can do there. Their keys
 * stand in their names and are pressed in the window itself, where a letter may be typed as well.
 */
export function menuTemplate(
  { language, recent, groups }: MenuModel,
  { showLibraryFolder, choose }: MenuCommands,
): MenuItemConstructorOptions[] {
  const role = (name: Role, en: string, de: string): MenuItemConstructorOptions => ({
    role: name,
    label: { en, de }[language],
  });
  const titled = (
    title: keyof typeof TITLES,
    submenu: MenuItemConstructorOptions[],
  ): MenuItemConstructorOptions => ({ label: TITLES[title][language], submenu });
  const chosen = ({ id, label }: MenuModel['recent'][number]): MenuItemConstructorOptions => ({
    // An ampersand would underline the letter after it.
    label: label.replaceAll('&', '&&'),
    click: () => choose(id),
  });
  return [
    titled('file', [
      ...(recent.length === 0 ? [] : [titled('recent', recent.map(chosen)), LINE]),
      { label: TITLES.library[language], click: showLibraryFolder },
      LINE,
      role('quit', 'Quit Midstance', 'Midstance beenden'),
    ]),
    titled('edit', [
      role('undo', 'Undo', 'Rückgängig'),
      role('redo', 'Redo', 'Wiederholen'),
      LINE,
      role('cut', 'Cut', 'Ausschneiden'),
      role('copy', 'Copy', 'Kopieren'),
      role('paste', 'Paste', 'Einfügen'),
      role('selectAll', 'Select all', 'Alles auswählen'),
    ]),
    titled('view', [
      role('resetZoom', 'Actual size', 'Originalgröße'),
      role('zoomIn', 'Larger', 'Größer'),
      role('zoomOut', 'Smaller', 'Kleiner'),
      LINE,
      role('togglefullscreen', 'Full screen', 'Vollbild'),
    ]),
    ...groups.map(({ title, entries }) => ({ label: title, submenu: entries.map(chosen) })),
    titled('window', [role('minimize', 'Minimise', 'Minimieren'), role('close', 'Close', 'Schließen')]),
    titled('help', [role('about', 'About Midstance', 'Über Midstance')]),
  ];
}
