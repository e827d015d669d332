import { useNavigate, useSearch } from '@tanstack/react-router';
import { SessionsPage } from '../../features/library/SessionsPage.tsx';

export function SessionsRoute() {
  const filters = useSearch({ from: '/sessions' });
  const navigate = useNavigate();
  return (
    <SessionsPage
      filters={filters}
      onFilters={(search) => void navigate({ to: '/sessions', search, replace: true })}
    />
  );
}
