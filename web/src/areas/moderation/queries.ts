import type { ModerationState } from '@rolecall/contract';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../client.ts';
import { pagedQuery } from '../../lib/queries/pages.ts';

export interface ModerationSearch {
  readonly state?: ModerationState | undefined;
  readonly cause?: 'flags' | 'reports' | undefined;
  readonly order?: 'newest' | undefined;
}

const key = ['operator', 'moderation'] as const;

export const moderationQueries = {
  all: key,
  cases: ({ state, cause, order }: ModerationSearch) =>
    pagedQuery([...key, 'list', { state, cause, order }], (cursor) =>
      client.moderation.list({ query: { cursor, state, by: cause, order } }),
    ),
  one: (jobId: string) =>
    queryOptions({
      queryKey: [...key, jobId],
      queryFn: () => client.moderation.read({ params: { job_id: jobId } }),
    }),
  policy: queryOptions({ queryKey: [...key, 'policy'], queryFn: () => client.moderation.readPolicy() }),
};
