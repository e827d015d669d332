type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> &
  Partial<Pick<KeyboardEvent, 'getModifierState'>>;

/**
 * A press as a stroke: "n", "?", "Space", "Shift+ArrowLeft", "Shift+q", "Ctrl+Shift+z".
 * Signs stand as they are typed ("?" however it is reached); undefined with Alt, which is the window's.
 */
export function strokeOf(press: Press): string | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press;
  // On many keyboards brackets are typed with AltGr, which counts as Ctrl and Alt.
  const isSign = key.length === 1 && press.getModifierState?.('AltGraph') === true;
  if (altKey && !isSign) return undefined;
  const isLetter = key.length === 1 && key.toLowerCase() !== key.toUpperCase();
  const name = key === ' ' ? 'Space' : isLetter ? key.toLowerCase() : key;
  const isCtrl = (ctrlKey || metaKey) && !isSign;
  const isShift = shiftKey && (isLetter || key.length > 1 || key === ' ' || isCtrl);
  return `${isCtrl ? 'Ctrl+' : ''}${isShift ? 'Shift+' : ''}${name}`;
}

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea'));
