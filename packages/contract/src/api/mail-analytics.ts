import { endpoint, noInput, streamedFileSchema } from '../endpoint.ts';
import {
  mailAlarmsSchema,
  mailAnalyticsQuerySchema,
  mailAnalyticsSchema,
  mailGroupSchema,
  mailGroupsExportQuerySchema,
  mailGroupsQuerySchema,
} from '../mail-analytics.ts';
import { pageSchema } from '../primitives.ts';

export const mailAnalytics = {
  read: endpoint({
    ...noInput,
    id: 'readMailAnalytics',
    method: 'GET',
    path: '/api/v1/operator/email/analytics',
    tag: 'Operator',
    summary: 'What has become of mails, in total and by hours or days',
    access: ['operator'],
    query: mailAnalyticsQuerySchema,
    response: mailAnalyticsSchema,
  }),
  listGroups: endpoint({
    ...noInput,
    id: 'listMailAnalytics',
    method: 'GET',
    path: '/api/v1/operator/email/analytics/groups',
    tag: 'Operator',
    summary:
      'What has become of mails by template, kind, provider or recipient domain, the highest figure first',
    access: ['operator'],
    query: mailGroupsQuerySchema,
    response: pageSchema(mailGroupSchema),
    errors: ['invalid_cursor'],
  }),
  exportGroups: endpoint({
    ...noInput,
    id: 'exportMailAnalytics',
    method: 'GET',
    path: '/api/v1/operator/email/analytics/export',
    tag: 'Operator',
    summary: 'The same as a CSV file, at most 10,000 rows',
    access: ['operator'],
    query: mailGroupsExportQuerySchema,
    response: streamedFileSchema,
  }),
  readAlarms: endpoint({
    ...noInput,
    id: 'readMailAlarms',
    method: 'GET',
    path: '/api/v1/operator/email/alarms',
    tag: 'Operator',
    summary: 'Which rates are beyond their limits, and whether mails that can wait are held back',
    access: ['operator'],
    response: mailAlarmsSchema,
  }),
  resume: endpoint({
    ...noInput,
    id: 'resumeMail',
    method: 'POST',
    path: '/api/v1/operator/email/alarms/resume',
    tag: 'Operator',
    summary: 'Let mails that were held back go on',
    description:
      'What was known by now is not judged again; what is learnt from now on may hold them back anew. Doing it again changes nothing.',
    access: ['operator'],
    response: mailAlarmsSchema,
  }),
};
