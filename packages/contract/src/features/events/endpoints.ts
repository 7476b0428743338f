import { endpoint, noInput } from '../../core/endpoint.ts';
import { eventBatchResultSchema, eventBatchSchema, eventResultSchema, eventSchema } from './schemas.ts';

export const events = {
  send: endpoint({
    ...noInput,
    id: 'sendEvent',
    method: 'POST',
    path: '/api/v1/events',
    tag: 'Events',
    summary: 'Tell a person, a role or a topic something',
    description:
      'For other programs, with the API key of an operator. Calls that come in together share a transaction.',
    access: ['operator'],
    scope: 'events:send',
    body: eventSchema,
    response: eventResultSchema,
    errors: ['idempotency_key_reused', 'overloaded'],
    idempotent: true,
    rateLimit: 'none',
  }),
  sendMany: endpoint({
    ...noInput,
    id: 'sendEvents',
    method: 'POST',
    path: '/api/v1/events/bulk',
    tag: 'Events',
    summary: 'Tell up to 1,000 things in one transaction',
    description: 'One event that is not valid refuses the call; what became of each valid one is told.',
    access: ['operator'],
    scope: 'events:send',
    body: eventBatchSchema,
    response: eventBatchResultSchema,
    errors: ['idempotency_key_reused', 'overloaded'],
    idempotent: true,
    rateLimit: 'none',
  }),
};
