import {
  type Audience,
  type BroadcastDetail,
  type BroadcastPreviewRequest,
  type BroadcastStatus,
  broadcastProgressEventSchema,
} from '@rolecall/contract';
import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { client } from '../../client.ts';
import { pagedQuery } from '../../lib/queries/pages.ts';

const root = 'broadcasts';
const listKey = [root, 'list'];

/** How often what moves by itself is read, in milliseconds: progress also comes by the socket. */
const progressInterval = 2_000;
const outcomeInterval = { running: 3_000, over: 5_000 } as const;

const movesByItself = (status: BroadcastStatus | undefined) => status === 'running' || status === 'scheduled';

export const broadcastQueries = {
  list: (status: BroadcastStatus | undefined) => ({
    ...pagedQuery([...listKey, status ?? 'all'], (cursor) =>
      client.broadcasts.list({ query: { cursor, status } }),
    ),
    refetchInterval: 5_000,
  }),
  one: (id: string) =>
    queryOptions({
      queryKey: [root, 'one', id],
      queryFn: () => client.broadcasts.read({ params: { broadcast_id: id } }),
      refetchInterval: ({ state }) => (movesByItself(state.data?.status) ? progressInterval : false),
    }),
  outcome: (id: string, isRunning: boolean) =>
    queryOptions({
      queryKey: [root, 'outcome', id],
      queryFn: () => client.broadcasts.outcome({ params: { broadcast_id: id } }),
      refetchInterval: isRunning ? outcomeInterval.running : outcomeInterval.over,
    }),
  audience: (audience: Audience | undefined) =>
    queryOptions({
      queryKey: [root, 'audience', audience],
      queryFn: () => client.broadcasts.countAudience({ body: { audience: audience ?? { to: 'everybody' } } }),
      enabled: audience !== undefined,
      placeholderData: keepPreviousData,
    }),
  preview: (request: BroadcastPreviewRequest | undefined) =>
    queryOptions({
      queryKey: [root, 'preview', request],
      queryFn: () => (request === undefined ? null : client.broadcasts.preview({ body: request })),
      placeholderData: keepPreviousData,
      staleTime: Infinity,
    }),
};

/** Takes over what a step has answered, and shows the lists as outdated. */
export function broadcastChanged(queries: QueryClient, broadcast: BroadcastDetail): void {
  queries.setQueryData(broadcastQueries.one(broadcast.id).queryKey, broadcast);
  void queries.invalidateQueries({ queryKey: listKey });
  void queries.invalidateQueries({ queryKey: [root, 'outcome', broadcast.id] });
}

export const refreshBroadcasts = (queries: QueryClient): Promise<void> =>
  queries.invalidateQueries({ queryKey: [root] });

/** Brings what the socket tells of a broadcast to the screen. */
export function takeBroadcastProgress(queries: QueryClient, data: unknown): void {
  const event = broadcastProgressEventSchema.safeParse(data);
  if (!event.success) return;
  const { broadcast_id: id, status, progress } = event.data;
  const { queryKey } = broadcastQueries.one(id);
  const known = queries.getQueryData(queryKey);
  if (known === undefined) return;
  // With another status much else is different: what can be done, and the history.
  if (known.status !== status) void refreshBroadcasts(queries);
  else queries.setQueryData(queryKey, { ...known, progress });
}
