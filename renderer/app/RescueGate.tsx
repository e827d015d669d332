import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useClient } from '../host/HostProvider.tsx';
import { queries } from '../host/queries.ts';
import { RescuePage } from './RescuePage.tsx';

/** The app, or what helps where its library does not open. */
export function RescueGate({ children }: { children: ReactNode }) {
  const { data, isPending } = useQuery(queries.rescue(useClient()));
  if (isPending) return null;
  return data === undefined || data.problem === null ? children : <RescuePage state={data} />;
}
