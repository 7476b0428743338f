import type { Category } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { type RefObject, useEffect, useState } from 'react';
import { Input } from '../../components/ui/field.tsx';
import { TabLinks } from '../../components/ui/tabs.tsx';
import { cn } from '../../lib/cn.ts';
import { badgeCount } from '../../lib/format.ts';
import { categoryMessages } from '../../lib/labels.messages.ts';
import { useMessages } from '../../lib/language.tsx';
import { notificationQueries } from '../../lib/queries/notifications.ts';
import { inboxPageMessages } from './messages.ts';

/** The parts of the inbox as the address names them; none is the inbox itself. */
const shownStates = ['unread', 'pinned', 'snoozed', 'archived'] as const;
type ShownState = (typeof shownStates)[number];

export interface InboxSearch {
  readonly state?: ShownState | undefined;
  readonly category?: Category | undefined;
  readonly q?: string | undefined;
}

const withCount = (label: string, count: number): string =>
  count > 0 ? `${label} (${badgeCount(count)})` : label;

/** Which part of the inbox is shown: by what was done with it, by category and by words. */
export function InboxFilters({
  search,
  searchField,
  onSearch,
}: {
  readonly search: InboxSearch;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly onSearch: (words: string) => void;
}) {
  const words = useMessages(inboxPageMessages);
  const categoryNames = useMessages(categoryMessages);
  const { state, category, q } = search;
  const { data: counts } = useQuery(notificationQueries.counts());
  const { data: tabs } = useQuery(notificationQueries.tabs());
  const numbers = { unread: counts?.unread ?? 0, pinned: tabs?.pinned ?? 0, snoozed: tabs?.snoozed ?? 0 };
  const kept = { ...(category === undefined ? {} : { category }), ...(q === undefined ? {} : { q }) };
  const categories = tabs?.categories ?? [];
  const chip =
    'inline-flex min-h-8 items-center gap-1.5 rounded-full border px-2.5 text-sm whitespace-nowrap hover:border-line-strong';

  return (
    <div className="mb-3 space-y-2.5">
      <TabLinks
        label={words.which()}
        tabs={[
          { label: words.inbox(), link: { to: '/notifications', search: kept } },
          ...shownStates.map((name) => ({
            label: name === 'archived' ? words[name]() : withCount(words[name](), numbers[name]),
            link: { to: '/notifications' as const, search: { state: name, ...kept } },
          })),
        ]}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5 sm:flex-nowrap">
        {(categories.length > 1 || category !== undefined) && (
          <nav
            aria-label={words.categories()}
            className="-mx-4 min-w-0 flex-1 overflow-x-auto px-4 [scrollbar-width:none] sm:mx-0 sm:px-0"
          >
            <ul className="flex gap-2">
              {[
                undefined,
                ...new Set([...categories.map((one) => one.category), ...(category ? [category] : [])]),
              ].map((name) => (
                <li key={name ?? 'all'}>
                  <Link
                    to="/notifications"
                    search={{
                      ...(state === undefined ? {} : { state }),
                      ...(q === undefined ? {} : { q }),
                      ...(name === undefined ? {} : { category: name }),
                    }}
                    aria-current={name === category ? 'true' : undefined}
                    className={cn(
                      chip,
                      name === category
                        ? 'border-accent bg-accent-soft font-medium text-accent-ink'
                        : 'border-line bg-surface text-muted',
                    )}
                  >
                    {name === undefined
                      ? words.all_categories()
                      : withCount(
                          categoryNames[name](),
                          categories.find((one) => one.category === name)?.unread ?? 0,
                        )}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <div className="max-sm:order-first max-sm:w-full sm:ms-auto">
          <SearchField field={searchField} wanted={q ?? ''} onSearch={onSearch} />
        </div>
      </div>
    </div>
  );
}

/** What is typed is searched for when the typing pauses, in milliseconds. */
const typingPause = 300;

function SearchField({
  field,
  wanted,
  onSearch,
}: {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly wanted: string;
  readonly onSearch: (words: string) => void;
}) {
  const words = useMessages(inboxPageMessages);
  const [typed, setTyped] = useState(wanted);
  useEffect(() => setTyped(wanted), [wanted]);
  useEffect(() => {
    if (typed.trim() === wanted) return;
    const timer = window.setTimeout(() => onSearch(typed.trim()), typingPause);
    return () => window.clearTimeout(timer);
  }, [typed, wanted, onSearch]);
  return (
    <search className="relative block sm:w-56">
      <Search className="pointer-events-none absolute top-2.5 start-3 size-4 text-muted" aria-hidden />
      <Input
        ref={field}
        type="search"
        aria-label={words.search_label()}
        placeholder={words.search()}
        maxLength={100}
        className="h-9 ps-9"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
    </search>
  );
}
