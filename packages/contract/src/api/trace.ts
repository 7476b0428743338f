import { z } from 'zod';
import { endpoint, noInput } from '../endpoint.ts';
import { idSchema, pageSchema } from '../primitives.ts';
import {
  personListQuerySchema,
  personNotificationListQuerySchema,
  personNotificationSchema,
  personSchema,
  traceSchema,
  whyQuerySchema,
  whySchema,
} from '../trace.ts';

const notificationParams = z.object({ notification_id: idSchema });
const personParams = z.object({ user_id: idSchema });
const recorded = 'The look is recorded, and the person can see it in the own data.';

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
    query: whyQuerySchema,
    response: whySchema,
  }),
};

export const people = {
  list: endpoint({
    ...noInput,
    id: 'listPeople',
    method: 'GET',
    path: '/api/v1/operator/people',
    tag: 'Operator',
    summary: 'People by address or name, the newest account first',
    access: ['operator'],
    query: personListQuerySchema,
    response: pageSchema(personSchema),
    errors: ['invalid_cursor'],
  }),
  read: endpoint({
    ...noInput,
    id: 'readPerson',
    method: 'GET',
    path: '/api/v1/operator/people/{user_id}',
    tag: 'Operator',
    summary: 'One person',
    access: ['operator'],
    params: personParams,
    response: personSchema,
    errors: ['not_found'],
  }),
  listNotifications: endpoint({
    ...noInput,
    id: 'listNotificationsOfPerson',
    method: 'GET',
    path: '/api/v1/operator/people/{user_id}/notifications',
    tag: 'Operator',
    summary: 'All notifications of a person, those kept out of the inbox too',
    description: recorded,
    access: ['operator'],
    params: personParams,
    query: personNotificationListQuerySchema,
    response: pageSchema(personNotificationSchema),
    errors: ['not_found', 'invalid_cursor'],
  }),
  readTrace: endpoint({
    ...noInput,
    id: 'readTraceAsOperator',
    method: 'GET',
    path: '/api/v1/operator/notifications/{notification_id}/trace',
    tag: 'Operator',
    summary: 'The whole story of anybody’s notification',
    description: `Its sentences are those that the person reads, in the language of the operator. ${recorded}`,
    access: ['operator'],
    params: notificationParams,
    response: traceSchema,
    errors: ['not_found'],
  }),
};
