import { useParams } from '@tanstack/react-router';
import { ProgressPage } from '../../features/compare/ProgressPage.tsx';

export function ProgressRoute() {
  const { athleteId } = useParams({ from: '/progress/$athleteId' });
  return <ProgressPage key={athleteId} athleteId={athleteId} />;
}
