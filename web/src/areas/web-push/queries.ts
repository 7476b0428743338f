import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { client } from '../../client.ts';
import { accountQueries } from '../../lib/queries/account.ts';
import { thisBrowser } from './this-browser.ts';

export const devicesKey = ['web-push'];

export const devicesQuery = () =>
  queryOptions({ queryKey: [...devicesKey, 'list'], queryFn: () => client.webPush.listDevices() });

/** The device that this browser is; asking confirms it. */
export const ownDeviceQuery = (accountId: string) =>
  queryOptions({
    queryKey: [...devicesKey, 'own', accountId],
    queryFn: () => thisBrowser.confirm(accountId),
    staleTime: 3_600_000,
    retry: false,
  });

/** What comes by push depends on whether there is a device. */
export async function refreshDevices(queries: QueryClient): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: devicesKey }),
    queries.invalidateQueries({ queryKey: accountQueries.preferences().queryKey }),
  ]);
}
