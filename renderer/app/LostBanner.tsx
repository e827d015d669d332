import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CodedError } from '../../shared/domain/errors.ts';
import { useClient } from '../host/HostProvider.tsx';
import { queries } from '../host/queries.ts';
import { errorSentence } from '../i18n/errorSentence.ts';
import { Message } from '../ui/Message.tsx';
import styles from './Shell.module.css';

/** Over every page, once nothing is stored any more. */
export function LostBanner() {
  const { t } = useTranslation();
  const { data } = useQuery(queries.libraryState(useClient()));
  if (data?.isLost !== true) return null;
  const { sentence, next } = errorSentence(new CodedError('library_lost'));
  return (
    <div className={styles.banner}>
      <Message tone="danger">
        <strong>{sentence}</strong> {next} {t('keeping.lostReload')}
      </Message>
    </div>
  );
}
