import { queryOptions } from '@tanstack/react-query';
import { client } from '../../client.ts';

export const overviewQueries = {
  overview: () =>
    queryOptions({
      queryKey: ['operator', 'overview'],
      queryFn: () => client.operator.overview(),
      refetchInterval: 10_000,
    }),
};
