import { kindSchema, type MailCounter, type MailGroup, type MailGrouping } from '@rolecall/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowDown, MailQuestion } from 'lucide-react';
import { Card } from '../../components/ui/card.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { formatCount } from '../../lib/format.ts';
import { kindMessages } from '../../lib/kinds.messages.ts';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { type MailRange, mailAnalyticsQueries } from './analytics-queries.ts';
import { formatDuration } from './figures.ts';
import { emailMessages } from './messages.ts';

type Words = ReturnType<typeof emailMessages>;

const columns: readonly { readonly counter: MailCounter; readonly label: (words: Words) => string }[] = [
  { counter: 'sent', label: (words) => words.sent() },
  { counter: 'delivered', label: (words) => words.delivered() },
  { counter: 'deferred', label: (words) => words.column_deferred() },
  { counter: 'bounced_hard', label: (words) => words.hard_bounces() },
  { counter: 'bounced_soft', label: (words) => words.column_soft() },
  { counter: 'bounced_blocked', label: (words) => words.column_blocked() },
  { counter: 'complained', label: (words) => words.column_complaints() },
  { counter: 'human_opens', label: (words) => words.opens() },
  { counter: 'human_clicks', label: (words) => words.clicks() },
  { counter: 'unsubscribed', label: (words) => words.unsubscribed() },
];

interface GroupTableProps {
  readonly range: MailRange;
  readonly by: MailGrouping;
  readonly sort: MailCounter;
}

/** The same figures one below the other, ranked by the column that is chosen. */
export function GroupTable({ range, by, sort }: GroupTableProps) {
  const { formatLocale } = useLanguage();
  const words = useMessages(emailMessages);
  const nameOf = useGroupNames(by);
  const query = useInfiniteQuery(mailAnalyticsQueries.mailGroups({ ...range, group_by: by, sort }));
  return (
    <PagedList query={query} empty={<EmptyState icon={MailQuestion} title={words.nothing_sent()} />}>
      {(groups) => (
        <Card>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard */}
          <section className="overflow-x-auto" aria-label={words.figures_by_group()} tabIndex={0}>
            <table className="w-full text-start text-sm tabular-nums">
              <thead className="text-xs text-muted">
                <tr>
                  <th scope="col" className="px-4 py-2 font-medium">
                    {words[`one_${by}`]()}
                  </th>
                  {columns.map(({ counter, label }) => (
                    <th
                      key={counter}
                      scope="col"
                      aria-sort={counter === sort ? 'descending' : 'none'}
                      className="p-0 text-end font-medium"
                    >
                      <Link
                        to="/operator/email/analytics"
                        search={(known) => ({ ...known, sort: counter })}
                        resetScroll={false}
                        className="inline-flex min-h-10 items-center justify-end gap-1 px-2 py-2 whitespace-nowrap hover:text-ink"
                      >
                        {counter === sort && <ArrowDown className="size-3.5" aria-hidden />}
                        {label(words)}
                      </Link>
                    </th>
                  ))}
                  <th scope="col" className="px-4 py-2 text-end font-medium whitespace-nowrap">
                    {words.median()}
                  </th>
                </tr>
              </thead>
              <tbody>
                {groups.map((group) => (
                  <tr key={nameOf(group)} className="border-t border-line">
                    <th scope="row" className="px-4 py-2.5 font-medium whitespace-nowrap">
                      {nameOf(group)}
                    </th>
                    {columns.map(({ counter }) => (
                      <td key={counter} className="px-2 py-2.5 text-end">
                        {formatCount(group[counter], formatLocale)}
                      </td>
                    ))}
                    <td className="px-4 py-2.5 text-end whitespace-nowrap">
                      {formatDuration(group.delivery_seconds.median, formatLocale)} /{' '}
                      {formatDuration(group.delivery_seconds.p95, formatLocale)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </Card>
      )}
    </PagedList>
  );
}

/** Says what a row is about. */
function useGroupNames(by: MailGrouping): (group: MailGroup) => string {
  const words = useMessages(emailMessages);
  const kinds = useMessages(kindMessages);
  const kindOf = (name: string | null): string => {
    const kind = kindSchema.safeParse(name);
    return kind.success ? kinds[kind.data]() : (name ?? words.unknown());
  };
  return (group) => {
    switch (by) {
      case 'provider':
        return group.provider ?? words.unknown();
      case 'domain':
        return group.domain ?? words.unknown();
      case 'kind':
        return kindOf(group.kind);
      case 'template': {
        const version = group.template_version
          ? words.version({ version: String(group.template_version) })
          : words.as_shipped();
        return [kindOf(group.kind), ...(group.locale === null ? [] : [group.locale, version])].join(' · ');
      }
    }
  };
}
