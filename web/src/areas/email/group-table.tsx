import { kindSchema, kinds, type MailCounter, type MailGroup, type MailGrouping } from '@rolecall/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowDown, MailQuestion } from 'lucide-react';
import { Card } from '../../components/ui/card.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { formatCount } from '../../lib/format.ts';
import { locale } from '../../lib/locale.ts';
import { type MailRange, mailAnalyticsQueries } from './analytics-queries.ts';
import { formatDuration } from './figures.ts';

const columns: readonly { readonly counter: MailCounter; readonly label: string }[] = [
  { counter: 'sent', label: 'Sent' },
  { counter: 'delivered', label: 'Delivered' },
  { counter: 'deferred', label: 'Deferred' },
  { counter: 'bounced_hard', label: 'Hard bounces' },
  { counter: 'bounced_soft', label: 'Soft' },
  { counter: 'bounced_blocked', label: 'Blocked' },
  { counter: 'complained', label: 'Complaints' },
  { counter: 'human_opens', label: 'Opens' },
  { counter: 'human_clicks', label: 'Clicks' },
  { counter: 'unsubscribed', label: 'Unsubscribed' },
];

interface GroupTableProps {
  readonly range: MailRange;
  readonly by: MailGrouping;
  readonly sort: MailCounter;
}

/** The same figures one below the other, ranked by the column that is chosen. */
export function GroupTable({ range, by, sort }: GroupTableProps) {
  const query = useInfiniteQuery(mailAnalyticsQueries.mailGroups({ ...range, group_by: by, sort }));
  return (
    <PagedList
      query={query}
      noun="rows"
      empty={<EmptyState icon={MailQuestion} title="Nothing was sent in this time" />}
    >
      {(groups) => (
        <Card>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard */}
          <section className="overflow-x-auto" aria-label="Figures by group" tabIndex={0}>
            <table className="w-full text-left text-sm tabular-nums">
              <thead className="text-xs text-muted">
                <tr>
                  <th scope="col" className="px-4 py-2 font-medium">
                    {labels[by]}
                  </th>
                  {columns.map(({ counter, label }) => (
                    <th
                      key={counter}
                      scope="col"
                      aria-sort={counter === sort ? 'descending' : 'none'}
                      className="p-0 text-right font-medium"
                    >
                      <Link
                        to="/operator/email/analytics"
                        search={(known) => ({ ...known, sort: counter })}
                        resetScroll={false}
                        className="inline-flex min-h-10 items-center justify-end gap-1 px-2 py-2 whitespace-nowrap hover:text-ink"
                      >
                        {counter === sort && <ArrowDown className="size-3.5" aria-hidden />}
                        {label}
                      </Link>
                    </th>
                  ))}
                  <th scope="col" className="px-4 py-2 text-right font-medium whitespace-nowrap">
                    Median / 95 %
                  </th>
                </tr>
              </thead>
              <tbody>
                {groups.map((group) => (
                  <tr key={nameOf(group, by)} className="border-t border-line">
                    <th scope="row" className="px-4 py-2.5 font-medium whitespace-nowrap">
                      {nameOf(group, by)}
                    </th>
                    {columns.map(({ counter }) => (
                      <td key={counter} className="px-2 py-2.5 text-right">
                        {formatCount(group[counter], locale)}
                      </td>
                    ))}
                    <td className="px-4 py-2.5 text-right whitespace-nowrap">
                      {formatDuration(group.delivery_seconds.median)} /{' '}
                      {formatDuration(group.delivery_seconds.p95)}
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

const labels: Readonly<Record<MailGrouping, string>> = {
  template: 'Template',
  kind: 'Kind',
  provider: 'Provider',
  domain: 'Recipient domain',
};

function nameOf(group: MailGroup, by: MailGrouping): string {
  switch (by) {
    case 'provider':
      return group.provider ?? 'Unknown';
    case 'domain':
      return group.domain ?? 'Unknown';
    case 'kind':
      return kindOf(group.kind);
    case 'template': {
      const version = group.template_version ? `version ${group.template_version}` : 'as shipped';
      return [kindOf(group.kind), ...(group.locale === null ? [] : [group.locale, version])].join(' · ');
    }
  }
}

function kindOf(name: string | null): string {
  const kind = kindSchema.safeParse(name);
  return kind.success ? kinds[kind.data].label : (name ?? 'Unknown');
}
