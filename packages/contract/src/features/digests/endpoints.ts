import { endpoint, noInput } from '../../core/endpoint.ts';
import { pageSchema } from '../../core/primitives.ts';
import {
  digestPreviewQuerySchema,
  digestPreviewSchema,
  pastDigestSchema,
  pastDigestsQuerySchema,
} from './schemas.ts';

export const digests = {
  preview: endpoint({
    ...noInput,
    id: 'previewDigest',
    method: 'GET',
    path: '/api/v1/notifications/digests/preview',
    tag: 'Notifications',
    summary: 'What a digest would tell if it went out now, and what it would leave out',
    access: 'signed_in',
    scope: 'notifications:read',
    query: digestPreviewQuerySchema,
    response: digestPreviewSchema,
  }),
  list: endpoint({
    ...noInput,
    id: 'listDigests',
    method: 'GET',
    path: '/api/v1/notifications/digests',
    tag: 'Notifications',
    summary: 'Digests that are over, the latest first',
    access: 'signed_in',
    scope: 'notifications:read',
    query: pastDigestsQuerySchema,
    response: pageSchema(pastDigestSchema),
    errors: ['invalid_cursor'],
  }),
};
