import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodedError } from '../../shared/domain/errors.ts';
import { QueueProvider } from '../analysis/QueueProvider.tsx';
import type { Connection } from '../host/connection.ts';
import { HostProvider } from '../host/HostProvider.tsx';
import { keepFresh } from '../host/keepFresh.ts';
import { ToastProvider } from '../ui/Toast.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { RescueGate } from './RescueGate.tsx';
import { router } from './router.tsx';

const openCache = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // The host tells what has changed, see keepFresh.
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        networkMode: 'always',
        retry: (count, error) =>
          error instanceof CodedError && error.code === 'host_unreachable' && count < 2,
      },
      mutations: { networkMode: 'always' },
    },
  });

export function App({ connection }: { connection: Connection }) {
  const { t } = useTranslation();
  const [cache] = useState(openCache);
  useEffect(() => keepFresh(connection.transport, cache), [connection, cache]);
  return (
    <ErrorBoundary>
      <HostProvider connection={connection}>
        <QueryClientProvider client={cache}>
          <ToastProvider label={t('app.remark')} closeLabel={t('app.close')}>
            <RescueGate>
              <QueueProvider>
                <RouterProvider router={router} />
              </QueueProvider>
            </RescueGate>
          </ToastProvider>
        </QueryClientProvider>
      </HostProvider>
    </ErrorBoundary>
  );
}
