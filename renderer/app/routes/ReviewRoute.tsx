import { useParams } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Spinner } from '../../ui/Spinner.tsx';

interface ReviewModule {
  readonly ReviewPage: ComponentType<{ clipId: string }>;
}
const modules = import.meta.glob<ReviewModule>('../../features/review/ReviewPage.tsx');

/** The review brings player and overlay with it, so it is loaded when it is opened. */
const ReviewPage = lazy<ComponentType<{ clipId: string }>>(async () => {
  const load = Object.values(modules)[0];
  return { default: load === undefined ? ReviewMissing : (await load()).ReviewPage };
});

function ReviewMissing() {
  const { t } = useTranslation();
  return <EmptyState icon="warning" title={t('app.crashTitle')} text={t('app.reviewMissing')} />;
}

export function ReviewRoute() {
  const { t } = useTranslation();
  const { clipId } = useParams({ from: '/review/$clipId' });
  return (
    <Suspense fallback={<Spinner label={t('app.loading')} />}>
      <ReviewPage key={clipId} clipId={clipId} />
    </Suspense>
  );
}
