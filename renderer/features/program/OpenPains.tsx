import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgramState } from '../../../shared/contract/programApiSchemas.ts';
import { inSentence } from '../../../shared/text/sentence.ts';
import { Button } from '../../ui/Button.tsx';
import { dateText } from '../../ui/dates.ts';
import { Message } from '../../ui/Message.tsx';
import type { Desk } from './programDesk.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

type Pain = ProgramState['pains'][number];

/** Places that are out of the plan, and how they come back: by the coach, with a reason. */
export function OpenPains({ desk }: { desk: Desk }) {
  const { t } = useTranslation();
  const [cleared, setCleared] = useState<Pain | undefined>();
  return (
    <>
      {desk.state.pains.map((pain) => {
        const { area, level, since, clearableFrom } = pain;
        const isTooEarly = desk.who.today < clearableFrom;
        return (
          <Message
            key={area}
            tone="warn"
            actions={
              <Button disabled={isTooEarly} onClick={() => setCleared(pain)}>
                {t('program.clear')}
              </Button>
            }
          >
            {t('program.openPain', {
              area: inSentence(t(`program.areas.${area}`)),
              level,
              date: dateText(since),
            })}{' '}
            {isTooEarly && t('program.clearFrom', { date: dateText(clearableFrom) })}
          </Message>
        );
      })}
      {cleared !== undefined && (
        <ReasonDialog
          desk={desk}
          title={t('program.clearTitle', { area: inSentence(t(`program.areas.${cleared.area}`)) })}
          onClose={() => setCleared(undefined)}
          act={(program, who, reason) => program.clearPain({ ...who, area: cleared.area, reason })}
        />
      )}
    </>
  );
}
