import { endpoint, noInput } from '../../core/endpoint.ts';
import { overviewSchema } from './schemas.ts';

export const operator = {
  overview: endpoint({
    ...noInput,
    id: 'readOverview',
    method: 'GET',
    path: '/api/v1/operator/overview',
    tag: 'Operator',
    summary: 'The state of the instance in numbers',
    access: ['operator'],
    scope: 'operations:read',
    response: overviewSchema,
  }),
};
