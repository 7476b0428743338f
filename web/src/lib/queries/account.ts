import { queryOptions } from '@tanstack/react-query';
import { client } from '../../client.ts';
import { pagedQuery } from './pages.ts';

export const accountQueries = {
  profile: () => queryOptions({ queryKey: ['profile'], queryFn: () => client.me.readProfile() }),
  address: () => queryOptions({ queryKey: ['address'], queryFn: () => client.suppressions.readOwn() }),
  apiKeys: () => queryOptions({ queryKey: ['api-keys'], queryFn: () => client.me.listApiKeys() }),
  preferences: () => queryOptions({ queryKey: ['preferences'], queryFn: () => client.preferences.read() }),
  mutes: () => pagedQuery(['mutes'], (cursor) => client.preferences.listMutes({ query: { cursor } })),
};

export const instanceQuery = () =>
  queryOptions({ queryKey: ['instance'], queryFn: () => client.instance.read(), staleTime: Infinity });
