import { useParams } from '@tanstack/react-router';
import { ReviewPage } from '../../features/review/ReviewPage.tsx';

export function ReviewRoute() {
  const { clipId } = useParams({ from: '/review/$clipId' });
  return <ReviewPage key={clipId} clipId={clipId} />;
}
