import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clip, ClipPatch } from '../../../shared/contract/clipSchemas.ts';
import { goingOn } from '../../../shared/text/sentence.ts';
import { useClient } from '../../host/HostProvider.tsx';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Button } from '../../ui/Button.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './ClipCard.module.css';
import { ClipTurn } from './ClipTurn.tsx';
import { isStanding, ROLES, standingFrom, VIEWS } from './clipDraft.ts';
import { PersonDialog } from './PersonDialog.tsx';

/** What the coach can tell about a clip; each change is saved at once. */
export function ClipSettings({ clip }: { clip: Clip }) {
  const { t } = useTranslation();
  const client = useClient();
  const [captureFps, setCaptureFps] = useState(clip.captureFps);
  const [from, setFrom] = useState(clip.standing?.from ?? null);
  const [to, setTo] = useState(clip.standing?.to ?? null);
  const [isChoosing, setIsChoosing] = useState(false);
  const save = useMutation({
    mutationFn: (patch: ClipPatch) => client.clips.update({ id: clip.id, patch }),
  });
  const isRate = captureFps === null || (captureFps >= 1 && captureFps <= 2000);
  const isRange = isStanding(from, to, clip.durationS);
  const saveRange = () => {
    if (isRange) save.mutate({ standing: standingFrom(from, to) });
  };
  return (
    <>
      <div className={styles.fields}>
        <Select
          label={t('clip.role')}
          value={clip.role}
          options={ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))}
          onChange={(role) => save.mutate({ role })}
        />
        <Select
          label={t('clip.view')}
          value={clip.view}
          options={VIEWS.map((value) => ({ value, label: t(`views.${value}`) }))}
          onChange={(view) => save.mutate({ view })}
        />
        <form
          onSubmit={(event) => event.preventDefault()}
          onBlur={() => {
            if (isRate && captureFps !== clip.captureFps) save.mutate({ captureFps });
          }}
        >
          <NumberField
            label={t('clip.captureFps')}
            value={captureFps}
            placeholder={t('clip.fromFile')}
            error={isRate ? undefined : t('clip.captureFpsWrong')}
            onChange={setCaptureFps}
          />
        </form>
        <form
          className={styles.range}
          aria-label={`${t('clip.standingWhy')} (${clip.fileName})`}
          title={t('clip.standingWhy')}
          onSubmit={(event) => event.preventDefault()}
          onBlur={saveRange}
        >
          <NumberField
            label={t('clip.standingFrom')}
            value={from}
            unit="s"
            error={isRange ? undefined : t('clip.standingWrong')}
            onChange={setFrom}
          />
          <NumberField label={t('clip.standingTo')} value={to} unit="s" onChange={setTo} />
        </form>
        <div className={styles.person}>
          <span className={styles.personLabel}>
            {`${t('clip.person')}: ${
              clip.person === null
                ? goingOn(t('clip.personAuto'))
                : goingOn(t('clip.personChosen', { time: clip.person.timeS.toFixed(1) }))
            }`}
          </span>
          <Button icon="person" onClick={() => setIsChoosing(true)}>
            {t('clip.choosePerson')}
          </Button>
        </div>
        <ClipTurn clip={clip} />
      </div>
      {save.isError && <ErrorMessage error={save.error} />}
      {isChoosing && (
        <PersonDialog
          clip={clip}
          onClose={() => setIsChoosing(false)}
          onPerson={(person) => save.mutate({ person })}
        />
      )}
    </>
  );
}
