import type { SuppressionReason } from '@rolecall/contract';
import { client } from '../../client.ts';
import { pagedQuery } from '../../lib/queries/pages.ts';

interface SuppressionSearch {
  readonly q?: string | undefined;
  readonly reason?: SuppressionReason | undefined;
  readonly expired?: boolean | undefined;
}

export const suppressionQueries = {
  suppressions: ({ q, reason, expired }: SuppressionSearch) =>
    pagedQuery(['operator', 'suppressions', q ?? '', reason ?? '', expired ?? false], (cursor) =>
      client.suppressions.list({
        query: { cursor, q, reason, expired: expired === true ? 'true' : 'false' },
      }),
    ),
};
