import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ACCENTS, isReadableOnWhite } from '../../../shared/domain/accent.ts';
import { Button } from '../../ui/Button.tsx';
import { FileButton } from '../../ui/FileButton.tsx';
import { Message } from '../../ui/Message.tsx';
import { logoFrom } from './logoFrom.ts';
import styles from './pageLook.module.css';

export interface PageLookProps {
  readonly logo: string;
  readonly accent: string;
  readonly onLogo: (logo: string) => void;
  readonly onAccent: (accent: string) => void;
}

/** The coach's picture and colour on the pages that are handed over. */
export function PageLook({ logo, accent, onLogo, onAccent }: PageLookProps) {
  const { t } = useTranslation();
  const take = useMutation({ mutationFn: logoFrom, onSuccess: onLogo });
  return (
    <>
      <div className={styles.field}>
        <span className={styles.label}>{t('program.pages.logo')}</span>
        <div className={styles.row}>
          {logo !== '' && <img className={styles.logo} src={logo} alt={t('program.pages.logoShown')} />}
          <FileButton
            icon="upload"
            busy={take.isPending}
            accept="image/png,image/jpeg"
            onFile={take.mutate}
            testId="logo-file"
          >
            {t(logo === '' ? 'program.pages.logoChoose' : 'program.pages.logoChange')}
          </FileButton>
          {logo !== '' && (
            <Button variant="quiet" onClick={() => onLogo('')}>
              {t('program.pages.logoRemove')}
            </Button>
          )}
        </div>
        <span className={styles.hint}>{t('program.pages.logoHint')}</span>
        {take.isError && <Message tone="danger">{t('program.pages.logoWrong')}</Message>}
      </div>
      <AccentField accent={accent} onAccent={onAccent} />
    </>
  );
}

function AccentField({ accent: kept, onAccent }: Pick<PageLookProps, 'accent' | 'onAccent'>) {
  const { t } = useTranslation();
  // Shown at once; the settings follow.
  const [accent, setAccent] = useState(kept);
  const isOwn = !ACCENTS.some((one) => one === accent);
  const [isPale, setPale] = useState(false);
  const choose = (colour: string) => {
    setPale(!isReadableOnWhite(colour));
    if (!isReadableOnWhite(colour)) return;
    setAccent(colour);
    onAccent(colour);
  };
  return (
    <fieldset className={styles.field}>
      <legend className={styles.label}>{t('program.pages.accent')}</legend>
      <div className={styles.row}>
        {ACCENTS.map((colour, i) => (
          <label key={colour} className={styles.swatch}>
            <input
              type="radio"
              name="accent"
              checked={colour === accent}
              aria-label={t('program.pages.accentNumber', { number: i + 1 })}
              onChange={() => choose(colour)}
            />
            <span style={{ background: colour }} />
          </label>
        ))}
        <label className={styles.own}>
          <input
            type="color"
            value={isOwn ? accent : ACCENTS[0]}
            onChange={(event) => choose(event.target.value)}
          />
          {t('program.pages.accentOwn')}
        </label>
      </div>
      {isPale && <Message tone="danger">{t('program.pages.accentPale')}</Message>}
    </fieldset>
  );
}
