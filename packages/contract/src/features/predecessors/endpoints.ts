import { z } from 'zod';
import { endpoint, noInput, nothing } from '../../core/endpoint.ts';
import { idSchema } from '../../core/primitives.ts';
import {
  predecessorAnalyticsSchema,
  predecessorListQuerySchema,
  predecessorListSchema,
  predecessorMarkSchema,
  predecessorPreferencesSchema,
  predecessorPreferencesUpdateSchema,
  predecessorSettingsSchema,
  predecessorSettingsUpdateSchema,
  predecessorTestSchema,
} from './schemas.ts';

const common = { ...noInput, tag: 'Predecessors', access: 'signed_in' } as const;
const reading = { ...common, scope: 'notifications:read' } as const;
const writing = { ...common, scope: 'notifications:write' } as const;
const params = z.object({ notification_id: idSchema });

/** Calls of programs that were written for the systems before this one. New programs use the others. */
export const predecessors = {
  list: endpoint({
    ...reading,
    id: 'listPredecessorNotifications',
    method: 'GET',
    path: '/v2/notifications',
    summary: 'The inbox by offset, as programs of the predecessors read it',
    query: predecessorListQuerySchema,
    response: predecessorListSchema,
  }),
  readSettings: endpoint({
    ...reading,
    id: 'readPredecessorSettings',
    method: 'GET',
    path: '/v2/notifications/settings',
    summary: 'Settings, as programs of the predecessors read them',
    response: predecessorSettingsSchema,
  }),
  updateSettings: endpoint({
    ...writing,
    id: 'updatePredecessorSettings',
    method: 'PUT',
    path: '/v2/notifications/settings',
    summary: 'Change settings, as programs of the predecessors do',
    description: 'What is left out stays as it is.',
    body: predecessorSettingsUpdateSchema,
    response: predecessorSettingsSchema,
  }),
  markRead: endpoint({
    ...writing,
    id: 'markPredecessorNotification',
    method: 'PUT',
    path: '/v2/notifications/{notification_id}/read',
    summary: 'Mark one as read, as programs of the predecessors do',
    params,
    response: predecessorMarkSchema,
  }),
  delete: endpoint({
    ...writing,
    id: 'deletePredecessorNotification',
    method: 'DELETE',
    path: '/v2/notifications/{notification_id}',
    summary: 'Delete one, as programs of the predecessors do',
    params,
    response: nothing,
  }),
  test: endpoint({
    ...writing,
    id: 'sendPredecessorTest',
    method: 'POST',
    path: '/v2/notifications/test',
    summary: 'Send oneself a mail to try it out, as programs of the predecessors do',
    response: predecessorTestSchema,
    status: 202,
    errors: ['address_unverified'],
  }),
  markReadBySlash: endpoint({
    ...writing,
    id: 'markNotificationReadBySlash',
    method: 'POST',
    path: '/api/v1/notifications/{notification_id}/mark-read/',
    summary: 'Mark one as read, as the front end of the predecessors does',
    params,
    response: predecessorMarkSchema,
  }),
  readPreferences: endpoint({
    ...reading,
    id: 'readPredecessorPreferences',
    method: 'GET',
    path: '/api/v1/notifications/preferences/',
    summary: 'Preferences as one flat object, as the front end of the predecessors reads them',
    response: predecessorPreferencesSchema,
  }),
  updatePreferences: endpoint({
    ...writing,
    id: 'updatePredecessorPreferences',
    method: 'POST',
    path: '/api/v1/notifications/preferences/',
    summary: 'Change preferences, as the front end of the predecessors does',
    description: 'What is left out stays as it is. What was read can be sent back and changes nothing.',
    body: predecessorPreferencesUpdateSchema,
    response: predecessorPreferencesSchema,
  }),
  analytics: endpoint({
    ...reading,
    id: 'readPredecessorAnalytics',
    method: 'GET',
    path: '/api/v1/notifications/analytics/',
    summary: 'How much of the own inbox is read, as the front end of the predecessors asks',
    response: predecessorAnalyticsSchema,
  }),
};
