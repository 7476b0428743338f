import type { InboxChangeName, Notification } from '@rolecall/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { AddressNotice } from '../../components/address-notice.tsx';
import { useChange } from '../../components/notifications/changing.ts';
import { ExplanationDialog } from '../../components/notifications/explanation-dialog.tsx';
import { useSeen } from '../../components/notifications/use-seen.ts';
import { ErrorState, ListSkeleton } from '../../components/ui/feedback.tsx';
import { Page } from '../../components/ui/page.tsx';
import { LoadMore } from '../../components/ui/paged-list.tsx';
import { useMessages } from '../../lib/language.tsx';
import { notificationQueries } from '../../lib/queries/notifications.ts';
import { itemsOf } from '../../lib/queries/pages.ts';
import { type InboxRow, toRows } from './groups.ts';
import { InboxEmpty } from './inbox-empty.tsx';
import { InboxFilters } from './inbox-filters.tsx';
import { InboxList } from './inbox-list.tsx';
import { inboxPageMessages } from './messages.ts';
import { PageActions } from './page-actions.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { SnoozeDialog } from './snooze-dialog.tsx';
import { useInboxKeys } from './use-inbox-keys.ts';

const route = getRouteApi('/notifications');

/** The set with what is given taken out when all of it is in, else put in. */
function toggled(set: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  const changed = new Set(set);
  const isIn = ids.every((id) => set.has(id));
  for (const id of ids) {
    if (isIn) changed.delete(id);
    else changed.add(id);
  }
  return changed;
}

export function NotificationsPage() {
  const words = useMessages(inboxPageMessages);
  const search = route.useSearch();
  const { state, category, q } = search;
  const navigate = route.useNavigate();
  const container = useRef<HTMLDivElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [openGroups, setOpenGroups] = useState<ReadonlySet<string>>(new Set());
  const [explained, setExplained] = useState<string>();
  const [snoozing, setSnoozing] = useState<readonly Notification[]>([]);
  const [help, setHelp] = useState(false);
  const change = useChange();

  const isPlain = state === undefined && q === undefined;
  const query = useInfiniteQuery(notificationQueries.list({ state: state ?? 'inbox', category, q }));
  const pinnedQuery = useInfiniteQuery({
    ...notificationQueries.list({ state: 'pinned', category }),
    enabled: isPlain,
  });
  const { data } = query;
  const pinned = useMemo(() => (isPlain ? itemsOf(pinnedQuery.data) : []), [isPlain, pinnedQuery.data]);
  const others = useMemo(() => {
    // What is pinned stands above, once.
    const above = new Set(pinned.map(({ id }) => id));
    return itemsOf(data).filter(({ id }) => !above.has(id));
  }, [data, pinned]);
  const shown = useMemo(() => [...pinned, ...others], [pinned, others]);
  const lists = useMemo(
    () => [
      {
        name: 'pinned' as const,
        rows: pinned.map((one): InboxRow => ({ id: one.id, label: null, notifications: [one] })),
      },
      { name: 'notifications' as const, rows: toRows(others) },
    ],
    [pinned, others],
  );
  const selected = shown.filter(({ id }) => chosen.has(id));
  useSeen(container, shown);
  useFurtherPages(query, q !== undefined && others.length === 0);

  // Another list begins without a choice.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these name the list
  useEffect(() => setChosen(new Set()), [state, category, q]);

  const select = (notifications: readonly Notification[]) =>
    setChosen((ids) =>
      toggled(
        ids,
        notifications.map(({ id }) => id),
      ),
    );
  const apply = (name: InboxChangeName, notifications: readonly Notification[]) => {
    change({ change: name, notifications });
    setChosen(new Set());
  };
  const searchFor = useCallback(
    (wanted: string) =>
      void navigate({
        search: (before) => ({ ...before, q: wanted === '' ? undefined : wanted }),
        replace: true,
      }),
    [navigate],
  );
  const notificationsOf = (name: string): readonly Notification[] => {
    const row = lists
      .flatMap(({ rows }) => rows)
      .find(({ id, notifications }) => notifications.length > 1 && name === `group-${id}`);
    return row?.notifications ?? shown.filter(({ id }) => id === name);
  };
  useInboxKeys({
    ...{ container, notificationsOf, selected, shown },
    onChange: apply,
    onSelect: select,
    onSnooze: setSnoozing,
    onSearch: () => searchField.current?.focus(),
    onHelp: () => setHelp(true),
  });

  return (
    <Page title={words.inbox()} width="medium" dense action={<PageActions onHelp={() => setHelp(true)} />}>
      <AddressNotice />
      <InboxFilters search={search} searchField={searchField} onSearch={searchFor} />
      {selected.length > 0 && (
        <SelectionBar
          selected={selected}
          onChange={(name) => apply(name, selected)}
          onSnooze={() => setSnoozing(selected)}
          onClear={() => setChosen(new Set())}
        />
      )}
      <div ref={container} className="space-y-4">
        {query.isPending && <ListSkeleton />}
        {query.isError && shown.length === 0 && (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        )}
        {query.isSuccess &&
          shown.length === 0 &&
          (query.hasNextPage ? <ListSkeleton /> : <InboxEmpty search={search} />)}
        {lists.map(
          ({ name, rows }) =>
            rows.length > 0 && (
              <section key={name} aria-label={words[name]()}>
                {name === 'pinned' && (
                  <h2 className="mb-2 text-sm font-semibold text-muted">{words.pinned()}</h2>
                )}
                <InboxList
                  label={words[name]()}
                  {...{ rows, openGroups }}
                  selected={chosen}
                  onSelect={select}
                  onToggleGroup={(id) => setOpenGroups((ids) => toggled(ids, [id]))}
                  onExplain={({ id }) => setExplained(id)}
                  onSnooze={(notification) => setSnoozing([notification])}
                />
              </section>
            ),
        )}
        {shown.length > 0 && <LoadMore query={query} onScroll />}
      </div>
      {explained !== undefined && (
        <ExplanationDialog notificationId={explained} onClose={() => setExplained(undefined)} />
      )}
      {snoozing.length > 0 && (
        <SnoozeDialog
          notifications={snoozing}
          onClose={() => {
            setSnoozing([]);
            setChosen(new Set());
          }}
        />
      )}
      {help && <ShortcutsDialog onClose={() => setHelp(false)} />}
    </Page>
  );
}

/** A search may find nothing in the part that it has looked through; then it goes on by itself. */
function useFurtherPages(
  query: { hasNextPage: boolean; isFetching: boolean; isError: boolean; fetchNextPage(): unknown },
  isWanted: boolean,
): void {
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (isWanted && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [isWanted, hasNextPage, isFetching, isError, fetchNextPage]);
}
