import { useTranslation } from 'react-i18next';
import type { BodyArea } from '../../../shared/domain/plan.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import type { LogDraft } from './logDraft.ts';
import styles from './program.module.css';

export const AREAS = [
  ...(['toes', 'forefoot', 'sole', 'heel', 'ankle', 'achilles'] as const),
  ...(['calf', 'shin', 'knee', 'hip', 'back', 'other'] as const),
] satisfies BodyArea[];

export interface SorenessFieldsProps {
  readonly soreness: LogDraft['soreness'];
  readonly isWrong: boolean;
  readonly onChange: (soreness: LogDraft['soreness']) => void;
}

/** Sore places of a day, each with side and how much. */
export function SorenessFields({ soreness, isWrong, onChange }: SorenessFieldsProps) {
  const { t } = useTranslation();
  const change = (at: number, fields: Partial<LogDraft['soreness'][number]>) =>
    onChange(soreness.map((one, i) => (i === at ? { ...one, ...fields } : one)));
  return (
    <>
      {soreness.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places have no other identity while they are typed
        <div key={at} className={styles.rowEnd}>
          <Select
            label={t('program.sorenessArea')}
            value={one.area}
            options={AREAS.map((area) => ({ value: area, label: t(`program.areas.${area}`) }))}
            onChange={(area) => change(at, { area })}
          />
          <Select
            label={t('program.sorenessSide')}
            value={one.side ?? 'none'}
            options={[
              { value: 'none', label: t('program.noSide') },
              { value: 'L', label: t('program.left') },
              { value: 'R', label: t('program.right') },
            ]}
            onChange={(side) => change(at, { side: side === 'L' || side === 'R' ? side : null })}
          />
          <NumberField
            label={t('program.sorenessLevel')}
            value={one.level}
            error={
              isWrong && !(one.level !== null && one.level >= 0 && one.level <= 10)
                ? t('program.painWrong')
                : undefined
            }
            onChange={(level) => change(at, { level })}
          />
          <IconButton
            icon="trash"
            label={t('program.removeSore')}
            onClick={() => onChange(soreness.filter((_, i) => i !== at))}
          />
        </div>
      ))}
      <div>
        <Button icon="add" onClick={() => onChange([...soreness, { area: 'calf', side: null, level: null }])}>
          {t('program.addSore')}
        </Button>
      </div>
    </>
  );
}
