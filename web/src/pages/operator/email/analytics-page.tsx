import { type MailAnalytics, type MailGrouping, mailGroupings } from '@rolecall/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { ChartColumn, Download } from 'lucide-react';
import { client } from '../../../client.ts';
import { Button } from '../../../components/ui/button.tsx';
import { Card } from '../../../components/ui/card.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../../components/ui/feedback.tsx';
import { Field, Input } from '../../../components/ui/field.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { TabLinks } from '../../../components/ui/tabs.tsx';
import { toastError } from '../../../lib/errors.ts';
import { formatCount } from '../../../lib/format.ts';
import { browserTimeZone, locale } from '../../../lib/locale.ts';
import { operatorQueries } from '../../../lib/queries/operator.ts';
import { saveFile } from '../../../lib/save-file.ts';
import { AlarmBanner } from './alarm-banner.tsx';
import { BarChart } from './bar-chart.tsx';
import { EmailTabs } from './email-tabs.tsx';
import { bouncesOf, formatDuration, formatShare } from './figures.ts';
import { GroupTable } from './group-table.tsx';
import { dayOf, rangeLabels, rangeNames, rangeOf, type ShownRange } from './range.ts';

const route = getRouteApi('/operator/email/analytics');

const groupingLabels: Readonly<Record<MailGrouping, string>> = {
  template: 'Templates',
  kind: 'Kinds',
  provider: 'Providers',
  domain: 'Recipient domains',
};

/** What has become of mails, in charts and ranked. */
export function MailAnalyticsPage() {
  const search = route.useSearch();
  const { range: name = '7d', from, to, by = 'template', sort = 'sent' } = search;
  // Links leave out what is the default, so that each address is written in one way.
  const shown = {
    ...(search.by === undefined ? {} : { by: search.by }),
    ...(search.sort === undefined ? {} : { sort }),
  };
  const days = {
    ...(search.range === undefined ? {} : { range: search.range }),
    ...(name === 'custom' && from !== undefined && to !== undefined ? { from, to } : {}),
  };
  const range = rangeOf(name, from, to, new Date());
  return (
    <Page
      title="E-mail analytics"
      description="What has become of mails. People are counted where they consent; what a program opened or followed is left out."
    >
      <EmailTabs />
      <AlarmBanner />
      <TabLinks
        label="Time"
        className="mb-4"
        tabs={rangeNames.map((one) => ({
          label: rangeLabels[one],
          link: {
            to: '/operator/email/analytics',
            search: {
              ...shown,
              ...(one === '7d' ? {} : { range: one }),
              ...(one === 'custom' ? { from: from ?? dayOf(new Date()), to: to ?? dayOf(new Date()) } : {}),
            },
          },
        }))}
      />
      {name === 'custom' && <CustomDays from={from} to={to} isWrong={range === null} />}
      {range !== null && (
        <>
          <Figures range={range} />
          <h2 className="mt-8 text-lg">One by one</h2>
          <div className="mb-4 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
            <TabLinks
              label="Grouped by"
              className="min-w-0"
              tabs={mailGroupings.map((one) => ({
                label: groupingLabels[one],
                link: {
                  to: '/operator/email/analytics',
                  resetScroll: false,
                  search: {
                    ...days,
                    ...(search.sort === undefined ? {} : { sort }),
                    ...(one === 'template' ? {} : { by: one }),
                  },
                },
              }))}
            />
            <ExportButton range={range} by={by} sort={sort} />
          </div>
          <GroupTable range={{ from: range.from, to: range.to }} by={by} sort={sort} />
        </>
      )}
    </Page>
  );
}

interface CustomDaysProps {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly isWrong: boolean;
}

function CustomDays({ from, to, isWrong }: CustomDaysProps) {
  const navigate = useNavigate({ from: '/operator/email/analytics' });
  const change = (days: { readonly from?: string; readonly to?: string }) =>
    void navigate({ search: (known) => ({ ...known, ...days }), replace: true, resetScroll: false });
  return (
    <div className="mb-5 grid max-w-md grid-cols-2 gap-4">
      <Field label="First day">
        {(attributes) => (
          <Input
            {...attributes}
            type="date"
            value={from ?? ''}
            max={dayOf(new Date())}
            onChange={({ target }) => change({ from: target.value })}
          />
        )}
      </Field>
      <Field label="Last day" error={isWrong ? 'must be after the first, at most 400 days later' : undefined}>
        {(attributes) => (
          <Input
            {...attributes}
            type="date"
            value={to ?? ''}
            max={dayOf(new Date())}
            onChange={({ target }) => change({ to: target.value })}
          />
        )}
      </Field>
    </div>
  );
}

function Figures({ range }: { readonly range: ShownRange }) {
  const timeZone = browserTimeZone();
  const { data, error, isError, refetch } = useQuery(
    operatorQueries.mailAnalytics({ ...range, time_zone: timeZone }),
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

type ExportButtonProps = Parameters<typeof GroupTable>[0];

function ExportButton({ range, by, sort }: ExportButtonProps) {
  const save = useMutation({
    mutationFn: () =>
      client.mailAnalytics.exportGroups({
        query: { from: range.from, to: range.to, group_by: by, sort },
      }),
    onSuccess: saveFile,
    onError: toastError,
  });
  return (
    <Button size="small" busy={save.isPending} onClick={() => save.mutate()}>
      <Download aria-hidden />
      Save as CSV
    </Button>
  );
}
