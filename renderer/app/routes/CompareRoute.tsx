import { useParams } from '@tanstack/react-router';
import { ComparePage } from '../../features/compare/ComparePage.tsx';

export function CompareRoute() {
  const { clipId } = useParams({ from: '/compare/$clipId' });
  return <ComparePage clipId={clipId} />;
}

export function ComparePairRoute() {
  const { clipId, otherId } = useParams({ from: '/compare/$clipId/$otherId' });
  return <ComparePage key={`${clipId} ${otherId}`} clipId={clipId} otherId={otherId} />;
}
