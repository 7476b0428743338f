import { queryOptions } from '@tanstack/react-query';
import { client } from '../../client.ts';

export const passkeysQuery = () =>
  queryOptions({ queryKey: ['passkeys'], queryFn: () => client.passkeys.list() });
