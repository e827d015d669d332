import { useParams } from '@tanstack/react-router';
import { AthletePage } from '../../features/library/AthletePage.tsx';

export function AthleteRoute() {
  const { athleteId } = useParams({ from: '/athletes/$athleteId' });
  return <AthletePage key={athleteId} athleteId={athleteId} />;
}
