import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CodedError } from '../../shared/domain/errors.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageFrame } from '../ui/Page.tsx';
import { errorSentence } from './errorSentence.ts';
import { Loaded } from './Loaded.tsx';

/** A whole page that hangs on one query; what is gone leads back to the library. */
export function LoadedPage<Data>({
  query,
  children,
}: {
  query: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
}) {
  const { t } = useTranslation();
  const { data, error } = query;
  if (data !== undefined) return children(data);
  const isGone =
    error instanceof CodedError && (error.code === 'not_found' || error.code === 'invalid_input');
  if (!isGone) {
    return (
      <PageFrame>
        <Loaded query={query}>{children}</Loaded>
      </PageFrame>
    );
  }
  const { sentence, next } = errorSentence(new CodedError('not_found'));
  return (
    <PageFrame>
      <EmptyState
        icon="search"
        title={sentence}
        text={next}
        actions={
          <ButtonLink variant="primary" href="#/">
            {t('app.openLibrary')}
          </ButtonLink>
        }
      />
    </PageFrame>
  );
}
