import type { DeliveryStatus } from '@rolecall/contract';
import { client } from '../../client.ts';
import { pagedQuery } from '../../lib/queries/pages.ts';

export const deliveryQueries = {
  deliveries: (status: DeliveryStatus) =>
    pagedQuery(['operator', 'deliveries', status], (cursor) =>
      client.operator.listDeliveries({ query: { cursor, status } }),
    ),
};
