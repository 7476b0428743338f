import { type BroadcastOutcome, deliveryStatuses } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { deliveryTones } from '../../components/notifications/delivery-tones.ts';
import { Badge } from '../../components/ui/badge.tsx';
import { Section } from '../../components/ui/card.tsx';
import { ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { formatCount } from '../../lib/format.ts';
import { channelLabel, deliveryStatusLabels } from '../../lib/labels.ts';
import { locale } from '../../lib/locale.ts';
import { broadcastQueries } from './queries.ts';

/** What came of it: in inboxes, and by each channel with the reasons. */
export function OutcomePanel({ id, isRunning }: { readonly id: string; readonly isRunning: boolean }) {
  const { data, error, isError, refetch } = useQuery(broadcastQueries.outcome(id, isRunning));
  return (
    <Section title="What came of it">
      {isError && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!isError && data === undefined && <Skeleton className="h-40 w-full" />}
      {!isError && data !== undefined && <Outcome outcome={data} />}
    </Section>
  );
}

const percent = (part: number, whole: number) =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(
    whole === 0 ? 0 : part / whole,
  );

function Outcome({ outcome: { inbox, deliveries } }: { readonly outcome: BroadcastOutcome }) {
  const figures = [
    { label: 'In inboxes', value: formatCount(inbox.written, locale) },
    { label: 'Seen', value: percent(inbox.seen, inbox.written) },
    { label: 'Read', value: percent(inbox.read, inbox.written) },
    ...(inbox.withheld === 0 ? [] : [{ label: 'Switched off', value: formatCount(inbox.withheld, locale) }]),
  ];
  const byStatus = [...deliveries].sort(
    (a, b) => deliveryStatuses.indexOf(a.status) - deliveryStatuses.indexOf(b.status) || b.count - a.count,
  );
  return (
    <div className="space-y-5" data-testid="broadcast-outcome">
      <dl className="grid grid-cols-3 gap-4">
        {figures.map(({ label, value }) => (
          <div key={label}>
            <dt className="text-sm text-muted">{label}</dt>
            <dd className="text-2xl font-semibold tracking-tight tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      {byStatus.length > 0 && (
        <table className="w-full text-sm">
          <caption className="sr-only">Deliveries by channel, status and reason</caption>
          <thead className="text-muted">
            <tr>
              <th scope="col" className="py-2 pr-3 text-left font-medium">
                Delivery
              </th>
              <th scope="col" className="py-2 pr-3 text-left font-medium">
                Reason
              </th>
              <th scope="col" className="py-2 text-right font-medium">
                People
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line border-t border-line">
            {byStatus.map(({ channel, status, reason, count }) => (
              <tr key={`${channel} ${status} ${reason}`}>
                <th scope="row" className="py-2.5 pr-3 text-left font-normal">
                  <span className="flex flex-wrap items-center gap-1.5">
                    {channelLabel(channel)}
                    <Badge tone={deliveryTones[status]}>{deliveryStatusLabels[status]}</Badge>
                  </span>
                </th>
                <td className="py-2.5 pr-3 text-muted">{reason.replaceAll('_', ' ')}</td>
                <td className="py-2.5 text-right tabular-nums">{formatCount(count, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
