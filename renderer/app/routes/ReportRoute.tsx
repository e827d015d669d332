import { useParams } from '@tanstack/react-router';
import { ReportPage } from '../../features/report/ReportPage.tsx';

export function ReportRoute() {
  const { sessionId } = useParams({ from: '/report/$sessionId' });
  return <ReportPage key={sessionId} sessionId={sessionId} />;
}
