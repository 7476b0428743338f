import { endpoint, noInput, streamedFileSchema } from '../../core/endpoint.ts';
import { pageSchema } from '../../core/primitives.ts';
import {
  mailAnalyticsQuerySchema,
  mailAnalyticsSchema,
  mailGroupSchema,
  mailGroupsExportQuerySchema,
  mailGroupsQuerySchema,
} from './schemas.ts';

export const mailAnalytics = {
  read: endpoint({
    ...noInput,
    id: 'readMailAnalytics',
    method: 'GET',
    path: '/api/v1/operator/email/analytics',
    tag: 'Operator',
    summary: 'What has become of mails, in total and by hours or days',
    access: ['operator'],
    scope: 'operations:read',
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
    scope: 'operations:read',
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
    scope: 'operations:read',
    query: mailGroupsExportQuerySchema,
    response: streamedFileSchema,
  }),
};
