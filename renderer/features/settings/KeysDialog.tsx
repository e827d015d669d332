import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ACTION_IDS, type ActionId, factsOf, SCOPES, scopeOf } from '../../actions/catalogue.ts';
import { type KeyChoice, keyOf, withKey } from '../../actions/keyChoice.ts';
import { keyText } from '../../actions/keyNames.ts';
import { scopeName } from '../../actions/scopeName.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Message } from '../../ui/Message.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './keys.module.css';
import { usePressedKey } from './usePressedKey.ts';

export interface KeysDialogProps {
  readonly keys: KeyChoice;
  readonly onChange: (keys: KeyChoice) => void;
  readonly onClose: () => void;
}

/** Every action with its key: press the key's button, then the new key. */
export function KeysDialog({ keys, onChange, onClose }: KeysDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [changing, setChanging] = useState<ActionId>();
  const [outcome, setOutcome] = useState<{ tone: 'good' | 'warn'; words: string }>();
  const nameOf = (id: ActionId): string => factsOf(id).label(t);
  const choose = (id: ActionId, key: string | undefined): void => {
    setChanging(undefined);
    const answer = withKey(keys, id, key);
    const shown = keyText(key ?? factsOf(id).key);
    if ('keys' in answer) {
      onChange(answer.keys);
      setOutcome({ tone: 'good', words: t('actions.keys.changed', { action: nameOf(id), key: shown }) });
    } else if (answer.refusal.kind === 'reserved') {
      setOutcome({ tone: 'warn', words: t('actions.keys.reserved', { key: shown }) });
    } else {
      const other = nameOf(answer.refusal.by);
      setOutcome({ tone: 'warn', words: t('actions.keys.taken', { key: shown, other }) });
    }
  };
  usePressedKey(changing !== undefined, (key) => {
    if (changing === undefined) return;
    if (key === 'Escape') setChanging(undefined);
    else choose(changing, key);
  });
  const isSought = (id: ActionId): boolean => nameOf(id).toLowerCase().includes(text.trim().toLowerCase());
  const groups = SCOPES.map((scope) => ({
    scope,
    ids: ACTION_IDS.filter((id) => scopeOf(id) === scope && isSought(id)),
  })).filter(({ ids }) => ids.length > 0);
  return (
    <Dialog wide open onClose={onClose} title={t('actions.keys.title')} closeLabel={t('app.close')}>
      <div className={styles.top}>
        <TextField label={t('actions.keys.search')} value={text} onChange={setText} />
        <div role="status">{outcome && <Message tone={outcome.tone}>{outcome.words}</Message>}</div>
      </div>
      {groups.length === 0 && <p>{t('actions.keys.none')}</p>}
      {groups.map(({ scope, ids }) => (
        <section key={scope} aria-label={scopeName(scope, t)}>
          <h3 className={styles.title}>{scopeName(scope, t)}</h3>
          <ul className={styles.list}>
            {ids.map((id) => (
              <li key={id} className={styles.row}>
                <span className={styles.name}>{nameOf(id)}</span>
                {keys[id] !== undefined && (
                  <button type="button" className={styles.reset} onClick={() => choose(id, undefined)}>
                    {t('actions.keys.resetOne', { key: keyText(factsOf(id).key) })}
                  </button>
                )}
                <button
                  type="button"
                  className={styles.key}
                  aria-label={t('actions.keys.change', { action: nameOf(id), key: keyText(keyOf(id, keys)) })}
                  aria-pressed={changing === id}
                  onClick={() => setChanging(changing === id ? undefined : id)}
                >
                  {changing === id ? t('actions.keys.press') : keyText(keyOf(id, keys))}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}
