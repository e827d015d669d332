import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Progress } from '../../ui/Progress.tsx';
import styles from './ImportArea.module.css';
import { type ImportItem, type Imports, isEnded } from './importStore.ts';

export function ImportList({ imports }: { imports: Imports }) {
  const { t } = useTranslation();
  const items = useStore(imports.store, (state) => state.items);
  if (items.length === 0) return null;
  return (
    <section className={styles.list} aria-label={t('import.title')}>
      {items.map((item) => (
        <ImportRow key={item.id} item={item} onCancel={() => imports.cancel(item.id)} />
      ))}
      {items.every(isEnded) && (
        <Button variant="quiet" onClick={imports.clear}>
          {t('import.clear')}
        </Button>
      )}
    </section>
  );
}

function ImportRow({ item, onCancel }: { item: ImportItem; onCancel: () => void }) {
  const { t } = useTranslation();
  const { name, stage, done, total, error } = item;
  return (
    <div className={styles.item}>
      <div className={styles.itemHead}>
        <span className={styles.name} dir="auto" title={name}>
          {name}
        </span>
        {stage === 'done' ? (
          <Badge tone="good">{t('import.done')}</Badge>
        ) : (
          stage !== 'failed' && <span className={styles.hint}>{t(`import.${stage}`)}</span>
        )}
        {!isEnded(item) && (
          <IconButton icon="close" label={t('import.cancelOne', { name })} onClick={onCancel} />
        )}
      </div>
      {stage === 'failed' ? (
        <ErrorMessage error={error} />
      ) : (
        !isEnded(item) && <Progress label={t('import.progress', { name })} done={done} total={total} />
      )}
    </div>
  );
}
