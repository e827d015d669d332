import { useMutation, useQuery } from '@tanstack/react-query';
import type { AlignmentDefinition } from '../../../../shared/domain/alignment.ts';
import { useClient } from '../../../host/HostProvider.tsx';
import { queries } from '../../../host/queries.ts';

export interface HouseChoice {
  readonly chosen: AlignmentDefinition | null;
  readonly onChoose: (definition: AlignmentDefinition | null) => void;
  readonly error: unknown;
}

/** The definition that the coach goes by, kept in the settings. */
export function useHouseDefinition(): HouseChoice {
  const client = useClient();
  const { data } = useQuery(queries.settings(client));
  const { mutate, error, isPending, variables } = useMutation({
    mutationFn: (houseDefinition: AlignmentDefinition | null) => client.settings.set({ houseDefinition }),
  });
  return {
    chosen: isPending ? variables : (data?.houseDefinition ?? null),
    onChoose: (definition) => mutate(definition),
    error,
  };
}
