import { z } from 'zod';
import { endpoint, noInput } from '../../core/endpoint.ts';
import { idSchema, pageSchema } from '../../core/primitives.ts';
import { deliveryListQuerySchema, operatorDeliverySchema } from './schemas.ts';

export const operator = {
  listDeliveries: endpoint({
    ...noInput,
    id: 'listDeliveries',
    method: 'GET',
    path: '/api/v1/operator/deliveries',
    tag: 'Operator',
    summary: 'Deliveries by status, the newest first',
    access: ['operator'],
    scope: 'operations:read',
    query: deliveryListQuerySchema,
    response: pageSchema(operatorDeliverySchema),
    errors: ['invalid_cursor'],
  }),
  retryDelivery: endpoint({
    ...noInput,
    id: 'retryDelivery',
    method: 'POST',
    path: '/api/v1/operator/deliveries/{delivery_id}/retry',
    tag: 'Operator',
    summary: 'Send a failed delivery again',
    access: ['operator'],
    scope: 'operations:write',
    params: z.object({ delivery_id: idSchema }),
    response: operatorDeliverySchema,
    errors: ['not_found', 'delivery_not_failed'],
  }),
};
