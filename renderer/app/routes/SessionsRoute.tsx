import { useNavigate, useSearch } from '@tanstack/react-router';
import { SessionsPage } from '../../features/library/SessionsPage.tsx';
import { filtersFrom } from '../../features/library/sessionFilters.ts';

export function SessionsRoute() {
  // The router passes on whatever else stands in the address.
  const filters = filtersFrom(useSearch({ from: '/sessions' }));
  const navigate = useNavigate();
  return (
    <SessionsPage
      filters={filters}
      onFilters={(search) => void navigate({ to: '/sessions', search, replace: true })}
    />
  );
}
