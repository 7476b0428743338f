import { queryOptions } from '@tanstack/react-query';
import { client } from '../../client.ts';

/** As often as the processes that send say how they are doing. */
const reportInterval = 5_000;

export const mailSendingQuery = () =>
  queryOptions({
    queryKey: ['operator', 'mail-sending'],
    queryFn: () => client.mailSending.read(),
    refetchInterval: reportInterval,
  });
