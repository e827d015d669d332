import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { Loaded } from '../../i18n/Loaded.tsx';
import { ClipReview } from './ClipReview.tsx';
import styles from './Review.module.css';

/** One clip with its events and measurements. */
export function ReviewPage({ clipId }: { clipId: string }) {
  const clip = useQuery(queries.clip(useClient(), clipId));
  return (
    <div className={styles.page}>
      <Loaded query={clip}>{(found) => <ClipReview key={found.id} clip={found} />}</Loaded>
    </div>
  );
}
