import { useQuery } from '@tanstack/react-query';
import type { UnitSystem } from '../ui/measures.ts';
import { useClient } from './HostProvider.tsx';
import { queries } from './queries.ts';

/** The coach's units; metric until the settings are there. */
export function useUnits(): UnitSystem {
  return useQuery(queries.settings(useClient())).data?.units ?? 'metric';
}
