import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { type Ask, type Desk, useAct } from './programDesk.ts';

interface ReasonDialogProps {
  readonly desk: Desk;
  readonly title: string;
  readonly onClose: () => void;
  readonly act: (...args: [...Parameters<Ask>, reason: string]) => ReturnType<Ask>;
}

/** What the coach does against the rules needs a reason, which is kept. */
export function ReasonDialog({ desk, title, onClose, act }: ReasonDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const task = useAct(desk, onClose);
  const text = reason.trim();
  return (
    <FormDialog
      title={title}
      onClose={onClose}
      busy={task.isPending}
      error={task.error}
      onSubmit={() => {
        setWasTried(true);
        if (text !== '') task.mutate((program, who) => act(program, who, text));
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
