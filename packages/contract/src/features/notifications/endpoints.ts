import { z } from 'zod';
import { endpoint, noInput } from '../../core/endpoint.ts';
import { idSchema } from '../../core/primitives.ts';
import { markAllSchema, markSchema, notificationCountsSchema, notificationDetailSchema } from './schemas.ts';

const notificationParams = z.object({ notification_id: idSchema });

export const notifications = {
  counts: endpoint({
    ...noInput,
    id: 'readNotificationCounts',
    method: 'GET',
    path: '/api/v1/notifications/counts',
    tag: 'Notifications',
    summary: 'How many are unread, and how far the stream has come',
    access: 'signed_in',
    scope: 'notifications:read',
    response: notificationCountsSchema,
  }),
  read: endpoint({
    ...noInput,
    id: 'readNotification',
    method: 'GET',
    path: '/api/v1/notifications/{notification_id}',
    tag: 'Notifications',
    summary: 'One notification, with where it went and why',
    access: 'signed_in',
    scope: 'notifications:read',
    params: notificationParams,
    response: notificationDetailSchema,
    errors: ['not_found'],
  }),
  mark: endpoint({
    ...noInput,
    id: 'markNotification',
    method: 'PUT',
    path: '/api/v1/notifications/{notification_id}/read-state',
    tag: 'Notifications',
    summary: 'Mark one as read or unread',
    access: 'signed_in',
    scope: 'notifications:write',
    params: notificationParams,
    body: markSchema,
    response: notificationCountsSchema,
    errors: ['not_found'],
  }),
  markAll: endpoint({
    ...noInput,
    id: 'markAllNotifications',
    method: 'POST',
    path: '/api/v1/notifications/read-all',
    tag: 'Notifications',
    summary: 'Mark all as read',
    access: 'signed_in',
    scope: 'notifications:write',
    body: markAllSchema,
    response: notificationCountsSchema,
  }),
};
