import { useParams } from '@tanstack/react-router';
import { ProgramPage } from '../../features/program/ProgramPage.tsx';
import { goToClip } from '../../features/review/pendingGoal.ts';

export function ProgramRoute() {
  const { athleteId } = useParams({ from: '/program/$athleteId' });
  return <ProgramPage key={athleteId} athleteId={athleteId} onFrame={goToClip} />;
}
