import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { useKeyText } from '../actions/useKeyText.ts';
import { useClient, useHost } from '../host/HostProvider.tsx';
import { ErrorMessage } from '../i18n/ErrorMessage.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './Tour.module.css';

const STEPS = ['library', 'analyse', 'review', 'compare', 'keys'] as const;
type Step = (typeof STEPS)[number];

/** Where the tour is: it goes on there when a page opens anew around it. */
const place = createStore<{ at: number; sessionId: string | undefined }>(() => ({
  at: 0,
  sessionId: undefined,
}));

/** A card beside the pages that it leads through, on the clips that ship. */
export function Tour({ onEnd }: { onEnd: () => void }) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const title = useId();
  const card = useRef<HTMLElement>(null);
  const at = useStore(place, (now) => now.at);
  const walk = useWalk();
  const end = (): void => {
    place.setState({ at: 0, sessionId: undefined });
    onEnd();
  };
  const step = STEPS[at] ?? 'library';
  useEffect(() => card.current?.querySelector<HTMLElement>('[data-next]')?.focus(), []);
  const go = (to: number): void => {
    if (to >= STEPS.length) {
      end();
      return;
    }
    walk.mutate(STEPS[to] ?? 'library');
  };
  return (
    <section
      ref={card}
      className={styles.card}
      aria-labelledby={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') end();
      }}
    >
      <p className={styles.count}>
        {t('actions.tour.title')} · {t('actions.tour.step', { step: at + 1, count: STEPS.length })}
      </p>
      <div aria-live="polite">
        <h2 id={title}>{t(`actions.tour.steps.${step}.title`)}</h2>
        <p>
          {t(`actions.tour.steps.${step}.text`, {
            palette: keyText('app.palette'),
            shortcuts: keyText('app.shortcuts'),
          })}
        </p>
      </div>
      {walk.isError && <ErrorMessage error={walk.error} />}
      <div className={styles.buttons}>
        <Button variant="quiet" onClick={end}>
          {t('actions.tour.skip')}
        </Button>
        {at > 0 && <Button onClick={() => go(at - 1)}>{t('actions.tour.back')}</Button>}
        <Button data-next="" variant="primary" busy={walk.isPending} onClick={() => go(at + 1)}>
          {at === 0
            ? t('actions.tour.sample')
            : at === STEPS.length - 1
              ? t('actions.tour.done')
              : t('actions.tour.next')}
        </Button>
      </div>
    </section>
  );
}

/** Opens the page of a step; the sample is brought in once, if the library holds no session yet. */
function useWalk() {
  const client = useClient();
  const host = useHost();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const sessionId = async (): Promise<string> => {
    const [newest] = await client.sessions.list({ athleteId: null });
    return newest?.id ?? (await host.run('sample.import', {})).sessionId;
  };
  return useMutation({
    onSuccess: (_, step) => place.setState({ at: STEPS.indexOf(step) }),
    mutationFn: async (step: Step) => {
      if (step === 'library') return navigate({ to: '/' });
      const id = place.getState().sessionId ?? (await sessionId());
      place.setState({ sessionId: id });
      await cache.invalidateQueries({ queryKey: ['clips', 'of', id] });
      const [clip] = await client.clips.list({ sessionId: id });
      if (step === 'analyse' || step === 'keys' || clip === undefined)
        return navigate({ to: '/sessions/$sessionId', params: { sessionId: id } });
      const to = step === 'review' ? '/review/$clipId' : '/compare/$clipId';
      return navigate({ to, params: { clipId: clip.id } });
    },
  });
}
