const NAMES: Readonly<Record<string, string>> = {
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  PageUp: 'Page up',
  PageDown: 'Page down',
  Delete: 'Del',
  Backspace: '⌫',
};

/** What stands on a key: "Z" for "z", "→" for "ArrowRight". */
const keyName = (key: string): string => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);

/**
 * A shortcut as its key caps: strokes after each other, each with the keys held together.
 * "Ctrl+Shift+z" is [["Ctrl", "Shift", "Z"]], "g l" is [["G"], ["L"]], "+" is [["+"]].
 */
export const keyCaps = (shortcut: string): string[][] =>
  shortcut.split(' ').map((stroke) => (stroke.length === 1 ? [stroke] : stroke.split('+')).map(keyName));

/** A shortcut in a line: "Ctrl+Shift+Z", "G L". */
export const keyText = (shortcut: string): string =>
  keyCaps(shortcut)
    .map((stroke) => stroke.join('+'))
    .join(' ');
