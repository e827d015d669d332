import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgramState } from '../../../shared/contract/programApiSchemas.ts';
import { Button } from '../../ui/Button.tsx';
import { dateText } from '../../ui/dates.ts';
import { FormDialog } from '../../ui/Form.tsx';
import { Message } from '../../ui/Message.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { type Desk, useAct } from './programDesk.ts';

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
              area: t(`program.areas.${area}`).toLocaleLowerCase(),
              level,
              date: dateText(since),
            })}{' '}
            {isTooEarly && t('program.clearFrom', { date: dateText(clearableFrom) })}
          </Message>
        );
      })}
      {cleared !== undefined && (
        <ClearPain desk={desk} pain={cleared} onClose={() => setCleared(undefined)} />
      )}
    </>
  );
}

function ClearPain({ desk, pain, onClose }: { desk: Desk; pain: Pain; onClose: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const act = useAct(desk, onClose);
  const text = reason.trim();
  const { area } = pain;
  return (
    <FormDialog
      title={t('program.clearTitle', { area: t(`program.areas.${area}`).toLocaleLowerCase() })}
      onClose={onClose}
      busy={act.isPending}
      error={act.error}
      onSubmit={() => {
        setWasTried(true);
        if (text !== '') act.mutate((program, who) => program.clearPain({ ...who, area, reason: text }));
      }}
    >
      <TextField
        label={t('program.reason')}
        multiline
        maxLength={2000}
        value={reason}
        error={wasTried && text === '' ? t('program.reasonMissing') : undefined}
        onChange={setReason}
      />
    </FormDialog>
  );
}
