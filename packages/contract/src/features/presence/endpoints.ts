import { endpoint, noInput } from '../../core/endpoint.ts';
import { pageSchema } from '../../core/primitives.ts';
import { onlinePeopleQuerySchema, onlinePersonSchema, presenceSchema } from './schemas.ts';

export const operator = {
  presence: endpoint({
    ...noInput,
    id: 'readPresence',
    method: 'GET',
    path: '/api/v1/operator/presence',
    tag: 'Operator',
    summary: 'Who is online on which node, in numbers',
    access: ['operator'],
    scope: 'operations:read',
    response: presenceSchema,
  }),
  listOnlinePeople: endpoint({
    ...noInput,
    id: 'listOnlinePeople',
    method: 'GET',
    path: '/api/v1/operator/presence/people',
    tag: 'Operator',
    summary: 'Who is online, those who came last first',
    access: ['operator'],
    scope: 'operations:read',
    query: onlinePeopleQuerySchema,
    response: pageSchema(onlinePersonSchema),
    errors: ['invalid_cursor'],
  }),
};
