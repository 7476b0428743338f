import { z } from 'zod';
import { endpoint, noInput, nothing } from '../endpoint.ts';
import {
  mailboxListQuerySchema,
  mailboxMessageSchema,
  mailboxMessageSummarySchema,
  markAllSchema,
  markSchema,
  notificationCountsSchema,
  notificationDetailSchema,
  realtimeTicketSchema,
} from '../notifications.ts';
import { idSchema, pageSchema } from '../primitives.ts';
import { inbox } from './inbox.ts';

const notificationParams = z.object({ notification_id: idSchema });

export const notifications = {
  ...inbox,
  counts: endpoint({
    ...noInput,
    id: 'readNotificationCounts',
    method: 'GET',
    path: '/api/v1/notifications/counts',
    tag: 'Notifications',
    summary: 'How many are unread, and how far the stream has come',
    access: 'signed_in',
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
    body: markAllSchema,
    response: notificationCountsSchema,
  }),
  createTicket: endpoint({
    ...noInput,
    id: 'createRealtimeTicket',
    method: 'POST',
    path: '/api/v1/realtime/ticket',
    tag: 'Notifications',
    summary: 'A one-time ticket for the socket, good for 30 seconds',
    access: 'signed_in',
    response: realtimeTicketSchema,
    status: 201,
  }),
};

export const mailbox = {
  list: endpoint({
    ...noInput,
    id: 'listMailbox',
    method: 'GET',
    path: '/api/v1/mailbox',
    tag: 'Mailbox',
    summary: 'Mails that the development sink has received, the newest first',
    description:
      'Only where mails do not leave this machine; elsewhere, and always in production, it is not there.',
    access: 'public',
    query: mailboxListQuerySchema,
    response: pageSchema(mailboxMessageSummarySchema),
    errors: ['not_found', 'invalid_cursor'],
  }),
  read: endpoint({
    ...noInput,
    id: 'readMail',
    method: 'GET',
    path: '/api/v1/mailbox/{mail_id}',
    tag: 'Mailbox',
    summary: 'One mail',
    access: 'public',
    params: z.object({ mail_id: idSchema }),
    response: mailboxMessageSchema,
    errors: ['not_found'],
  }),
  clear: endpoint({
    ...noInput,
    id: 'clearMailbox',
    method: 'DELETE',
    path: '/api/v1/mailbox',
    tag: 'Mailbox',
    summary: 'Empty the mailbox',
    access: 'public',
    response: nothing,
    errors: ['not_found'],
  }),
};
