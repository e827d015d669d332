import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Athlete } from '../../../shared/contract/librarySchemas.ts';
import { noticeText } from '../../../shared/text/noticeTexts.ts';
import { useActions } from '../../actions/useActions.ts';
import { useClient, useHost } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Loaded } from '../../i18n/Loaded.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Message } from '../../ui/Message.tsx';
import { Page } from '../../ui/Page.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { AthleteCard } from './AthleteCard.tsx';
import { AthleteForm } from './AthleteForm.tsx';
import styles from './library.module.css';
import { OpenCase } from './OpenCase.tsx';

const SEARCH_PLACE = 'athlete-search';

/** All athletes, and the ways to the first one. */
export function LibraryPage() {
  const { t } = useTranslation();
  const host = useHost();
  const client = useClient();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [isAdding, setIsAdding] = useState(false);
  const athletes = useQuery(queries.athletes(client));
  const notices = useQuery(queries.info(client)).data?.notices ?? [];
  const sample = useMutation({
    mutationFn: () => host.run('sample.import', {}),
    onSuccess: ({ sessionId }) => void navigate({ to: '/sessions/$sessionId', params: { sessionId } }),
  });
  const add = () => setIsAdding(true);
  useActions([
    { id: 'library.add', run: add },
    {
      id: 'library.search',
      run: () => document.querySelector<HTMLInputElement>(`#${SEARCH_PLACE} input`)?.focus(),
    },
  ]);
  const buttons = (
    <>
      <Button icon="play" busy={sample.isPending} onClick={() => sample.mutate()}>
        {t('library.trySample')}
      </Button>
      <OpenCase />
      <Button variant="primary" icon="add" onClick={add}>
        {t('library.add')}
      </Button>
    </>
  );
  return (
    <Page title={t('library.title')} actions={athletes.data?.length === 0 ? undefined : buttons}>
      {notices.map((notice) => (
        <Message key={notice.code} tone="warn">
          {noticeText(notice)}
        </Message>
      ))}
      {sample.isPending && <Message>{t('library.sampleBusy')}</Message>}
      {sample.isError && <ErrorMessage error={sample.error} onRetry={() => sample.mutate()} />}
      <Loaded query={athletes}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState
              icon="person"
              title={t('library.emptyTitle')}
              text={t('library.emptyText')}
              actions={buttons}
            />
          ) : (
            <>
              <div className={styles.search} id={SEARCH_PLACE}>
                <TextField label={t('library.search')} type="search" value={text} onChange={setText} />
              </div>
              <Matches athletes={all} text={text} onClear={() => setText('')} />
            </>
          )
        }
      </Loaded>
      {isAdding && (
        <AthleteForm
          onClose={() => setIsAdding(false)}
          onSaved={({ id }) => void navigate({ to: '/athletes/$athleteId', params: { athleteId: id } })}
        />
      )}
    </Page>
  );
}

function Matches(props: { athletes: readonly Athlete[]; text: string; onClear: () => void }) {
  const { t } = useTranslation();
  const wanted = props.text.trim().toLocaleLowerCase();
  const matches = props.athletes.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  if (matches.length === 0) {
    return (
      <EmptyState
        icon="search"
        title={t('library.noMatchTitle')}
        text={t('library.noMatchText', { text: props.text.trim() })}
        actions={<Button onClick={props.onClear}>{t('library.clearSearch')}</Button>}
      />
    );
  }
  return (
    <ul className={styles.athletes}>
      {matches.map((athlete) => (
        <li key={athlete.id}>
          <AthleteCard athlete={athlete} />
        </li>
      ))}
    </ul>
  );
}
