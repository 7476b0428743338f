import { z } from 'zod';
import { endpoint, noInput } from '../../core/endpoint.ts';
import { idSchema } from '../../core/primitives.ts';
import { traceSchema, whyQuerySchema, whySchema } from './schemas.ts';

const notificationParams = z.object({ notification_id: idSchema });

export const trace = {
  read: endpoint({
    ...noInput,
    id: 'readTrace',
    method: 'GET',
    path: '/api/v1/notifications/{notification_id}/trace',
    tag: 'Notifications',
    summary: 'Why did I get this? The whole story of a notification',
    description: 'Also of one that was kept out of the inbox.',
    access: 'signed_in',
    scope: 'notifications:read',
    params: notificationParams,
    response: traceSchema,
    errors: ['not_found'],
  }),
  why: endpoint({
    ...noInput,
    id: 'readWhy',
    method: 'GET',
    path: '/api/v1/notifications/why',
    tag: 'Notifications',
    summary: 'Why did I (not) hear of this? What became of a subject',
    access: 'signed_in',
    scope: 'notifications:read',
    query: whyQuerySchema,
    response: whySchema,
  }),
};
