import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type Client, createClient, runJob } from '../../shared/contract/client.ts';
import type { CallInput, JobName, Output } from '../../shared/contract/handlers.ts';
import type { Progress } from '../../shared/contract/workSchemas.ts';
import type { Connection } from './connection.ts';

export interface JobOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface HostAccess extends Connection {
  readonly client: Client;
  /** Runs a job to its end. @throws CodedError */
  run<M extends JobName>(method: M, input: CallInput<M>, options?: JobOptions): Promise<Output<M>>;
}

export function hostAccess(connection: Connection): HostAccess {
  const { transport } = connection;
  return {
    ...connection,
    client: createClient(transport),
    run: (method, input, options) => runJob(transport, method, input, options),
  };
}

const HostContext = createContext<HostAccess | undefined>(undefined);

export function HostProvider({ connection, children }: { connection: Connection; children: ReactNode }) {
  const access = useMemo(() => hostAccess(connection), [connection]);
  return <HostContext value={access}>{children}</HostContext>;
}

/** Everything the host offers: client, jobs, files. */
export function useHost(): HostAccess {
  const access = useContext(HostContext);
  if (access === undefined) throw new Error('invalid use: outside of HostProvider');
  return access;
}

/** The typed client: `client.athletes.list({})`. */
export const useClient = (): Client => useHost().client;
