import type { MenuItemConstructorOptions } from 'electron';

export type MenuLanguage = 'en' | 'de';
type Label = Readonly<Record<MenuLanguage, string>>;
type Role = NonNullable<MenuItemConstructorOptions['role']>;

export type MenuEntry =
  | { readonly kind: 'role'; readonly role: Role; readonly label: Label }
  | { readonly kind: 'command'; readonly command: MenuCommand; readonly label: Label }
  | { readonly kind: 'line' };
/** What the menu does besides Electron's own roles. */
export type MenuCommand = 'showLibraryFolder';

const role = (name: Role, en: string, de: string): MenuEntry => ({
  kind: 'role',
  role: name,
  label: { en, de },
});
const LINE: MenuEntry = { kind: 'line' };

/** The native menu. The app's own actions are in its window, with their shortcuts. */
export const MENU: readonly { readonly label: Label; readonly entries: readonly MenuEntry[] }[] = [
  {
    label: { en: 'File', de: 'Datei' },
    entries: [
      {
        kind: 'command',
        command: 'showLibraryFolder',
        label: { en: 'Show library folder', de: 'Bibliotheksordner zeigen' },
      },
      LINE,
      role('quit', 'Quit Midstance', 'Midstance beenden'),
    ],
  },
  {
    label: { en: 'Edit', de: 'Bearbeiten' },
    entries: [
      role('undo', 'Undo', 'Rückgängig'),
      role('redo', 'Redo', 'Wiederholen'),
      LINE,
      role('cut', 'Cut', 'Ausschneiden'),
      role('copy', 'Copy', 'Kopieren'),
      role('paste', 'Paste', 'Einfügen'),
      role('selectAll', 'Select all', 'Alles auswählen'),
    ],
  },
  {
    label: { en: 'View', de: 'Ansicht' },
    entries: [
      role('resetZoom', 'Actual size', 'Originalgröße'),
      role('zoomIn', 'Larger', 'Größer'),
      role('zoomOut', 'Smaller', 'Kleiner'),
      LINE,
      role('togglefullscreen', 'Full screen', 'Vollbild'),
    ],
  },
  {
    label: { en: 'Window', de: 'Fenster' },
    entries: [role('minimize', 'Minimise', 'Minimieren'), role('close', 'Close', 'Schließen')],
  },
  {
    label: { en: 'Help', de: 'Hilfe' },
    entries: [role('about', 'About Midstance', 'Über Midstance')],
  },
];

export function menuTemplate(
  language: MenuLanguage,
  run: (command: MenuCommand) => void,
): MenuItemConstructorOptions[] {
  const itemOf = (entry: MenuEntry): MenuItemConstructorOptions => {
    if (entry.kind === 'line') return { type: 'separator' };
    const label = entry.label[language];
    return entry.kind === 'role' ? { role: entry.role, label } : { label, click: () => run(entry.command) };
  };
  return MENU.map(({ label, entries }) => ({ label: label[language], submenu: entries.map(itemOf) }));
}
