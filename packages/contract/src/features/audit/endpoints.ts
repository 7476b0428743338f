import { endpoint, noInput, streamedFileSchema } from '../../core/endpoint.ts';
import { pageSchema } from '../../core/primitives.ts';
import { auditEntrySchema, auditExportQuerySchema, auditListQuerySchema } from './schemas.ts';

/** Who changed what. */
export const audit = {
  list: endpoint({
    ...noInput,
    id: 'listAuditEntries',
    method: 'GET',
    path: '/api/v1/operator/audit',
    tag: 'Operator',
    summary: 'Who changed what, the newest first',
    access: ['operator'],
    scope: 'operations:read',
    query: auditListQuerySchema,
    response: pageSchema(auditEntrySchema),
    errors: ['invalid_cursor'],
  }),
  export: endpoint({
    ...noInput,
    id: 'exportAuditEntries',
    method: 'GET',
    path: '/api/v1/operator/audit/export',
    tag: 'Operator',
    summary: 'The audit log as a file, the newest first',
    description: 'As CSV, or as NDJSON with an entry a line. The same filters as for the list.',
    access: ['operator'],
    query: auditExportQuerySchema,
    response: streamedFileSchema,
  }),
};
