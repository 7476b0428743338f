import type { MailAnalytics } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { ChartColumn } from 'lucide-react';
import { Card } from '../../components/ui/card.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { formatCount } from '../../lib/format.ts';
import { browserTimeZone, locale } from '../../lib/locale.ts';
import { mailAnalyticsQueries } from './analytics-queries.ts';
import { BarChart } from './bar-chart.tsx';
import { bouncesOf, formatDuration, formatShare } from './figures.ts';
import type { ShownRange } from './range.ts';

/** Totals and charts of a stretch of time. */
export function Figures({ range }: { readonly range: ShownRange }) {
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
      <EmptyState icon={ChartColumn} title="Nothing was sent in this time">
        As soon as mails go out, you see here what becomes of them.
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
  const tried = totals.sent + totals.refused;
  const { median, p95 } = totals.delivery_seconds;
  const count = (value: number) => formatCount(value, locale);
  const tiles = [
    { label: 'Sent', value: count(totals.sent), hint: `${count(totals.deferred)} put off at first` },
    {
      label: 'Delivered',
      value: totals.delivered === 0 ? '—' : formatShare(totals.delivered, totals.sent),
      hint: totals.delivered === 0 ? 'No provider has told of any' : `${count(totals.delivered)} mails`,
    },
    {
      label: 'Hard bounces',
      value: formatShare(totals.bounced_hard, tried),
      hint: `${count(totals.bounced_hard)} of ${count(bouncesOf(totals))} bounces`,
    },
    {
      label: 'Spam reports',
      value: formatShare(totals.complained, totals.sent),
      hint: `${count(totals.complained)} people`,
    },
    {
      label: 'Clicks',
      value: count(totals.human_clicks),
      hint: `${count(totals.human_opens)} opens; programs clicked ${count(totals.machine_clicks)} times`,
    },
    {
      label: 'Unsubscribed',
      value: formatShare(totals.unsubscribed, totals.sent),
      hint: `${count(totals.unsubscribed)} people`,
    },
    {
      label: 'Time to deliver',
      value: formatDuration(median),
      hint: p95 === null ? 'Nobody has told of it' : `95 % within ${formatDuration(p95)}`,
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
  const format = new Intl.DateTimeFormat(locale, {
    timeZone,
    day: 'numeric',
    month: 'short',
    ...(interval === 'hour' ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } : {}),
  });
  const labels = series.map(({ start }) => format.format(new Date(start)));
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-3">
      <BarChart
        title="Sent"
        labels={labels}
        series={[{ label: 'Sent', tone: 'accent', values: series.map(({ sent }) => sent) }]}
      />
      <BarChart
        title="Bounces and spam reports"
        labels={labels}
        series={[
          { label: 'Bounces', tone: 'signal', values: series.map(bouncesOf) },
          { label: 'Reports', tone: 'info', values: series.map(({ complained }) => complained) },
        ]}
      />
      <BarChart
        title="What people did"
        labels={labels}
        series={[
          { label: 'Clicks', tone: 'accent', values: series.map(({ human_clicks: clicks }) => clicks) },
          { label: 'Opens', tone: 'info', values: series.map(({ human_opens: opens }) => opens) },
        ]}
      />
    </div>
  );
}
