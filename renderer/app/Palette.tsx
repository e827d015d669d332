import { useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Action, actionStore, possibleActions } from '../actions/actionStore.ts';
import { keyText } from '../actions/keyNames.ts';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './Palette.module.css';

/** Every action that is possible here, found by its name. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const list = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const shown = useRef<HTMLDivElement>(null);
  // As it was when the palette opened: some actions hang on what the keyboard was on.
  const [actions] = useState(() => possibleActions(actionStore.getState().actions));
  const found = useMemo(() => matching(actions, text), [actions, text]);
  const run = (action: Action | undefined): void => {
    if (action === undefined) return;
    onClose();
    // Once the dialog is gone and the keyboard is back where it was.
    setTimeout(action.run, 0);
  };
  const move = (by: number): void => {
    setAt((now) => (now + by + found.length) % Math.max(1, found.length));
    requestAnimationFrame(() => shown.current?.scrollIntoView({ block: 'nearest' }));
  };
  return (
    <Dialog open onClose={onClose} title={t('actions.openPalette')} closeLabel={t('app.close')}>
      <input
        className={styles.field}
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={found[at] && `${list}-${at}`}
        aria-label={t('actions.paletteField')}
        placeholder={t('actions.paletteField')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (by === undefined && event.key !== 'Enter') return;
          event.preventDefault();
          if (by === undefined) run(found[at]);
          else move(by);
        }}
      />
      <div id={list} role="listbox" aria-label={t('actions.openPalette')} className={styles.list}>
        {found.map((action, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys.
          <div
            key={action.id}
            id={`${list}-${i}`}
            ref={i === at ? shown : null}
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            className={styles.option}
            onClick={() => run(action)}
          >
            <span>{action.label}</span>
            <kbd>{keyText(action.shortcut)}</kbd>
          </div>
        ))}
      </div>
      {found.length === 0 && <p className={styles.none}>{t('actions.paletteNone')}</p>}
    </Dialog>
  );
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Actions with every word in their name; names that begin with the text come first. */
function matching(actions: readonly Action[], text: string): Action[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  const hits = actions.filter(({ label }) => words.every((word) => plain(label).includes(word)));
  const begins = ({ label }: Action): number => (plain(label).startsWith(plain(text.trim())) ? 0 : 1);
  return hits.sort((a, b) => begins(a) - begins(b));
}
