import { useTranslation } from 'react-i18next';
import { ALIGNMENT_DEFINITIONS } from '../../../../shared/domain/alignment.ts';
import { ALIGNMENT_NAMES } from '../../../../shared/text/alignmentTexts.ts';
import { ErrorMessage } from '../../../i18n/ErrorMessage.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { HouseChoice } from './useHouseDefinition.ts';

/** Which definition the coach goes by: it is marked here and stands on the report. */
export function HouseDefinition({ chosen, onChoose, error }: HouseChoice) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        label={t('review.align.house')}
        hint={t('review.align.houseHint')}
        value={chosen ?? 'none'}
        options={[
          { value: 'none', label: t('review.align.noHouse') },
          ...ALIGNMENT_DEFINITIONS.map((id) => ({ value: id, label: ALIGNMENT_NAMES[id] })),
        ]}
        onChange={(value) => onChoose(value === 'none' ? null : value)}
      />
      {error !== null && error !== undefined && <ErrorMessage error={error} />}
    </>
  );
}
