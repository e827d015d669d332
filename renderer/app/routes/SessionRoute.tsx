import { useParams } from '@tanstack/react-router';
import { ImportArea } from '../../features/import/ImportArea.tsx';
import { SessionPage } from '../../features/library/SessionPage.tsx';

/** Session and import are two features; here they meet. */
export function SessionRoute() {
  const { sessionId } = useParams({ from: '/sessions/$sessionId' });
  return (
    <ImportArea key={sessionId} sessionId={sessionId}>
      {(importPanel) => <SessionPage sessionId={sessionId} importPanel={importPanel} />}
    </ImportArea>
  );
}
