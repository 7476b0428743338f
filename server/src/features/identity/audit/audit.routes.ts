import { api } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Audit } from './audit.ts';

const mediaTypes = { csv: 'text/csv; charset=utf-8', ndjson: 'application/x-ndjson; charset=utf-8' } as const;

/** The contract lets nobody but operators in. */
export function auditRoutes(dependencies: {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: Audit;
}): Route[] {
  const { database, clock, audit } = dependencies;
  return [
    route(api.audit.list, ({ query }) => audit.list(database.query, query)),
    route(api.audit.export, async ({ query }) => ({
      content: audit.export(database.query, query),
      mediaType: mediaTypes[query.format],
      fileName: `audit-${clock.now().toISOString().slice(0, 10)}.${query.format}`,
    })),
  ];
}
