import { type BroadcastOutcome, channelWords, deliveryStatuses } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { deliveryTones } from '../../components/notifications/delivery-tones.ts';
import { Badge } from '../../components/ui/badge.tsx';
import { Section } from '../../components/ui/card.tsx';
import { ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { formatCount } from '../../lib/format.ts';
import { deliveryStatusMessages } from '../../lib/labels.messages.ts';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { broadcastMessages } from './messages.ts';
import { broadcastQueries } from './queries.ts';

/** What came of it: in inboxes, and by each channel with the reasons. */
export function OutcomePanel({ id, isRunning }: { readonly id: string; readonly isRunning: boolean }) {
  const words = useMessages(broadcastMessages);
  const { data, error, isError, refetch } = useQuery(broadcastQueries.outcome(id, isRunning));
  return (
    <Section title={words.outcome()}>
      {isError && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!isError && data === undefined && <Skeleton className="h-40 w-full" />}
      {!isError && data !== undefined && <Outcome outcome={data} />}
    </Section>
  );
}

function Outcome({ outcome: { inbox, deliveries } }: { readonly outcome: BroadcastOutcome }) {
  const words = useMessages(broadcastMessages);
  const statuses = useMessages(deliveryStatusMessages);
  const { locale, formatLocale } = useLanguage();
  const percent = (part: number, whole: number) =>
    new Intl.NumberFormat(formatLocale, { style: 'percent', maximumFractionDigits: 1 }).format(
      whole === 0 ? 0 : part / whole,
    );
  const figures = [
    { label: words.in_inboxes(), value: formatCount(inbox.written, formatLocale) },
    { label: words.seen(), value: percent(inbox.seen, inbox.written) },
    { label: words.read(), value: percent(inbox.read, inbox.written) },
    ...(inbox.withheld === 0
      ? []
      : [{ label: words.switched_off(), value: formatCount(inbox.withheld, formatLocale) }]),
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
          <caption className="sr-only">{words.outcome_table()}</caption>
          <thead className="text-muted">
            <tr>
              <th scope="col" className="py-2 pe-3 text-start font-medium">
                {words.delivery()}
              </th>
              <th scope="col" className="py-2 pe-3 text-start font-medium">
                {words.reason()}
              </th>
              <th scope="col" className="py-2 text-end font-medium">
                {words.people_column()}
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line border-t border-line">
            {byStatus.map(({ channel, status, reason, count }) => (
              <tr key={`${channel} ${status} ${reason}`}>
                <th scope="row" className="py-2.5 pe-3 text-start font-normal">
                  <span className="flex flex-wrap items-center gap-1.5">
                    {channelWords[channel](locale).label()}
                    <Badge tone={deliveryTones[status]}>{statuses[status]()}</Badge>
                  </span>
                </th>
                <td className="py-2.5 pe-3 text-muted">{reason.replaceAll('_', ' ')}</td>
                <td className="py-2.5 text-end tabular-nums">{formatCount(count, formatLocale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
