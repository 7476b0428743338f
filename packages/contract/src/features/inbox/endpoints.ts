import { endpoint, noInput } from '../../core/endpoint.ts';
import { pageQuerySchema, pageSchema } from '../../core/primitives.ts';
import { notificationSchema } from '../notifications/schemas.ts';
import {
  inboxChangeSchema,
  inboxChangesSchema,
  inboxTabsSchema,
  notificationListQuerySchema,
  restoreSchema,
  withheldNotificationSchema,
} from './schemas.ts';

/** Lists of the inbox, and what a person does with what is in them. */
export const notifications = {
  list: endpoint({
    ...noInput,
    id: 'listNotifications',
    method: 'GET',
    path: '/api/v1/notifications',
    tag: 'Notifications',
    summary: 'The inbox, the newest first',
    description: 'What comes back from a snooze is as new as that moment.',
    access: 'signed_in',
    scope: 'notifications:read',
    query: notificationListQuerySchema,
    response: pageSchema(notificationSchema),
    errors: ['invalid_cursor'],
  }),
  listWithheld: endpoint({
    ...noInput,
    id: 'listWithheldNotifications',
    method: 'GET',
    path: '/api/v1/notifications/withheld',
    tag: 'Notifications',
    summary: 'What the own settings kept out of the inbox, and why',
    access: 'signed_in',
    scope: 'notifications:read',
    query: pageQuerySchema,
    response: pageSchema(withheldNotificationSchema),
    errors: ['invalid_cursor'],
  }),
  tabs: endpoint({
    ...noInput,
    id: 'readNotificationTabs',
    method: 'GET',
    path: '/api/v1/notifications/tabs',
    tag: 'Notifications',
    summary: 'Numbers for the tabs of the inbox',
    access: 'signed_in',
    scope: 'notifications:read',
    response: inboxTabsSchema,
  }),
  change: endpoint({
    ...noInput,
    id: 'changeNotifications',
    method: 'POST',
    path: '/api/v1/notifications/changes',
    tag: 'Notifications',
    summary: 'Read, archive, snooze, pin or delete some, or all of a filter',
    description:
      'Answers what has changed, to be undone by `restore`. Ids that are not the own or are as wanted already are left out. What is deleted can be put back for ten minutes.',
    access: 'signed_in',
    scope: 'notifications:write',
    body: inboxChangeSchema,
    response: inboxChangesSchema,
  }),
  restore: endpoint({
    ...noInput,
    id: 'restoreNotifications',
    method: 'POST',
    path: '/api/v1/notifications/restore',
    tag: 'Notifications',
    summary: 'Undo a change',
    description:
      'Takes what a change has answered, and answers the same for itself. Mails that the change has called off stay so.',
    access: 'signed_in',
    scope: 'notifications:write',
    body: restoreSchema,
    response: inboxChangesSchema,
  }),
};
