import type { MailAnalytics } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { ChartColumn } from 'lucide-react';
import { Card } from '../../components/ui/card.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { formatCount } from '../../lib/format.ts';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { browserTimeZone } from '../../lib/region.ts';
import { mailAnalyticsQueries } from './analytics-queries.ts';
import { BarChart } from './bar-chart.tsx';
import { bouncesOf, formatDuration, formatShare } from './figures.ts';
import { emailMessages } from './messages.ts';
import type { ShownRange } from './range.ts';

/** Totals and charts of a stretch of time. */
export function Figures({ range }: { readonly range: ShownRange }) {
  const words = useMessages(emailMessages);
  const timeZone = browserTimeZone();
  const { data, error, isError, refetch } = useQuery(
    mailAnalyticsQueries.mailAnalytics({ ...range, time_zone: timeZone }),
  );
  if (data === undefined) {
    return isError ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <Skeleton className="h-80 w-full rounded-2xl" />
    );
  }
  const { totals } = data;
  const isEmpty = totals.sent + totals.refused === 0 && bouncesOf(totals) === 0;
  if (isEmpty) {
    return (
      <EmptyState icon={ChartColumn} title={words.nothing_sent()}>
        {words.nothing_sent_why()}
      </EmptyState>
    );
  }
  return (
    <div className="space-y-4">
      <Totals totals={totals} />
      <Charts analytics={data} interval={range.interval} timeZone={timeZone} />
    </div>
  );
}

function Totals({ totals }: { readonly totals: MailAnalytics['totals'] }) {
  const { formatLocale } = useLanguage();
  const words = useMessages(emailMessages);
  const tried = totals.sent + totals.refused;
  const { median, p95 } = totals.delivery_seconds;
  const count = (value: number) => formatCount(value, formatLocale);
  const tiles = [
    { label: words.sent(), value: count(totals.sent), hint: words.put_off({ count: totals.deferred }) },
    {
      label: words.delivered(),
      value: totals.delivered === 0 ? '—' : formatShare(totals.delivered, totals.sent, formatLocale),
      hint: totals.delivered === 0 ? words.none_told() : words.mails({ count: totals.delivered }),
    },
    {
      label: words.hard_bounces(),
      value: formatShare(totals.bounced_hard, tried, formatLocale),
      hint: words.of_bounces({ hard: totals.bounced_hard, all: bouncesOf(totals) }),
    },
    {
      label: words.spam_reports(),
      value: formatShare(totals.complained, totals.sent, formatLocale),
      hint: words.people({ count: totals.complained }),
    },
    {
      label: words.clicks(),
      value: count(totals.human_clicks),
      hint: words.opens_and_machines({ opens: totals.human_opens, machines: totals.machine_clicks }),
    },
    {
      label: words.unsubscribed(),
      value: formatShare(totals.unsubscribed, totals.sent, formatLocale),
      hint: words.people({ count: totals.unsubscribed }),
    },
    {
      label: words.time_to_deliver(),
      value: formatDuration(median, formatLocale),
      hint: p95 === null ? words.nobody_told() : words.within({ time: formatDuration(p95, formatLocale) }),
    },
  ];
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-7">
      {tiles.map(({ label, value, hint }) => (
        <Card key={label} className="p-3 sm:p-4">
          <dt className="text-sm text-muted">{label}</dt>
          <dd className="mt-1">
            <span className="block text-2xl font-semibold tracking-tight tabular-nums">{value}</span>
            <span className="mt-1 block text-xs text-muted">{hint}</span>
          </dd>
        </Card>
      ))}
    </dl>
  );
}

function Charts({
  analytics: { series },
  interval,
  timeZone,
}: {
  readonly analytics: MailAnalytics;
  readonly interval: 'hour' | 'day';
  readonly timeZone: string;
}) {
  const { formatLocale } = useLanguage();
  const words = useMessages(emailMessages);
  const format = new Intl.DateTimeFormat(formatLocale, {
    timeZone,
    day: 'numeric',
    month: 'short',
    ...(interval === 'hour' ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } : {}),
  });
  const labels = series.map(({ start }) => format.format(new Date(start)));
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-3">
      <BarChart
        title={words.sent()}
        labels={labels}
        series={[{ label: words.sent(), tone: 'accent', values: series.map(({ sent }) => sent) }]}
      />
      <BarChart
        title={words.bounces_and_reports()}
        labels={labels}
        series={[
          { label: words.bounces(), tone: 'signal', values: series.map(bouncesOf) },
          { label: words.reports(), tone: 'info', values: series.map(({ complained }) => complained) },
        ]}
      />
      <BarChart
        title={words.what_people_did()}
        labels={labels}
        series={[
          { label: words.clicks(), tone: 'accent', values: series.map(({ human_clicks: clicks }) => clicks) },
          { label: words.opens(), tone: 'info', values: series.map(({ human_opens: opens }) => opens) },
        ]}
      />
    </div>
  );
}
