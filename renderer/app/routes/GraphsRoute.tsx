import { useParams } from '@tanstack/react-router';
import { GraphsPage } from '../../features/graphs/GraphsPage.tsx';

export function GraphsRoute() {
  const { clipId } = useParams({ from: '/graphs/$clipId' });
  return <GraphsPage key={clipId} clipId={clipId} />;
}
