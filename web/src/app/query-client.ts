import { QueryClient } from '@tanstack/react-query';
import { RolecallError } from '../client.ts';

const maximumRetries = 2;

/** Repeats only what can succeed later: faults of the server and of the network. */
const mayRetry = (failures: number, error: Error): boolean =>
  failures < maximumRetries &&
  error instanceof RolecallError &&
  (error.status >= 500 || error.code === 'network_error' || error.code === 'timeout');

export const createQueryClient = (): QueryClient =>
  new QueryClient({ defaultOptions: { queries: { staleTime: 20_000, retry: mayRetry } } });
