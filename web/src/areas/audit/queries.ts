import type { AuditSubject } from '@rolecall/contract';
import { client } from '../../client.ts';
import { pagedQuery } from '../../lib/queries/pages.ts';

export interface AuditSearch {
  readonly action?: string | undefined;
  readonly actor?: string | undefined;
  readonly subject_type?: AuditSubject | undefined;
  readonly subject?: string | undefined;
  /** First and last day, as `2026-03-02`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const day = 86_400_000;

/** What the interface is asked for. Days are those of UTC, as the log tells time. */
export function filtersOf({ action, actor, subject_type, subject, from, to }: AuditSearch) {
  return {
    action,
    actor_id: actor,
    subject_type,
    subject_id: subject,
    from: from === undefined ? undefined : `${from}T00:00:00.000Z`,
    to: to === undefined ? undefined : new Date(Date.parse(`${to}T00:00:00Z`) + day).toISOString(),
  };
}

export const auditQueries = {
  entries: (search: AuditSearch) =>
    pagedQuery(['operator', 'audit', filtersOf(search)], (cursor) =>
      client.audit.list({ query: { cursor, ...filtersOf(search) } }),
    ),
};
