import { endpoint, noInput } from '../../core/endpoint.ts';
import { realtimeTicketSchema } from './schemas.ts';

export const notifications = {
  createTicket: endpoint({
    ...noInput,
    id: 'createRealtimeTicket',
    method: 'POST',
    path: '/api/v1/realtime/ticket',
    tag: 'Notifications',
    summary: 'A one-time ticket for the socket, good for 30 seconds',
    access: 'signed_in',
    scope: 'notifications:write',
    response: realtimeTicketSchema,
    status: 201,
  }),
};
