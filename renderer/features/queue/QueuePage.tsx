import { useTranslation } from 'react-i18next';
import { useTasks } from '../../analysis/QueueProvider.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { TaskCard } from './TaskCard.tsx';

/** All analyses of this window, the running one with its progress. */
export function QueuePage() {
  const { t } = useTranslation();
  const tasks = useTasks();
  return (
    <Page title={t('queue.title')} lead={t('queue.lead')}>
      {tasks.length === 0 ? (
        <EmptyState
          icon="queue"
          title={t('queue.emptyTitle')}
          text={t('queue.emptyText')}
          actions={<ButtonLink href="#/">{t('app.openLibrary')}</ButtonLink>}
        />
      ) : (
        tasks.map((task) => <TaskCard key={task.sessionId} task={task} />)
      )}
    </Page>
  );
}
