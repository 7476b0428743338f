import { channels, deliveryStatuses, type Overview, roles } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Figure } from '../../components/operator/figure.tsx';
import { Section } from '../../components/ui/card.tsx';
import { ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { formatCount, pluralize } from '../../lib/format.ts';
import { channelLabel, deliveryStatusLabels, roleLabels } from '../../lib/labels.ts';
import { locale } from '../../lib/locale.ts';
import { overviewQueries } from './queries.ts';

const cell = 'px-3 py-2.5 text-right tabular-nums';

export function OverviewPanels() {
  const { data, error, isError, refetch } = useQuery(overviewQueries.overview());
  if (data === undefined) {
    return isError ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <Skeleton className="h-96 w-full rounded-2xl" />
    );
  }
  const people = roles.reduce((sum, role) => sum + data.people[role], 0);
  return (
    <div className="space-y-5">
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Figure label="Open jobs" value={data.jobs.open}>
          {formatCount(data.jobs.closed, locale)} closed
        </Figure>
        <Figure label="People" value={people}>
          {roles
            .map((role) => `${formatCount(data.people[role], locale)} ${roleLabels[role].toLowerCase()}`)
            .join(', ')}
        </Figure>
        <Figure label="Applications" value={data.applications} />
        <Figure label="Notifications" value={data.notifications}>
          <Link to="/operator/online" className="underline underline-offset-2 hover:text-ink">
            {pluralize(data.connections, 'open connection', 'open connections', locale)}
          </Link>
        </Figure>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-2">
        <DeliveryTable deliveries={data.deliveries} />
        <QueueTable queues={data.queues} />
      </div>
    </div>
  );
}

function DeliveryTable({ deliveries }: { readonly deliveries: Overview['deliveries'] }) {
  const countOf = (channel: string, status: string) =>
    deliveries.find((entry) => entry.channel === channel && entry.status === status)?.count ?? 0;
  // What only lies in the inbox has no deliveries, so its column would be empty.
  const used = channels.filter((channel) => deliveries.some((entry) => entry.channel === channel));
  const failed = used.reduce((sum, channel) => sum + countOf(channel, 'failed'), 0);
  return (
    <Section
      title="Deliveries"
      action={
        failed > 0 && (
          <Link
            to="/operator/deliveries"
            className="text-sm font-medium text-danger-ink underline underline-offset-2"
          >
            {pluralize(failed, 'has failed', 'have failed', locale)}
          </Link>
        )
      }
    >
      {used.length === 0 ? (
        <p className="text-sm text-muted">Nothing has been sent yet.</p>
      ) : (
        <div className="-mx-2 overflow-x-auto">
          <table className="w-full text-sm">
            <caption className="sr-only">Deliveries by status and channel</caption>
            <thead>
              <tr className="text-muted">
                <th scope="col" className="px-3 py-2 text-left font-medium">
                  Status
                </th>
                {used.map((channel) => (
                  <th key={channel} scope="col" className="px-3 py-2 text-right font-medium">
                    {channelLabel(channel)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y divide-line border-t border-line">
              {deliveryStatuses.map((status) => (
                <tr key={status}>
                  <th scope="row" className="px-3 py-2.5 text-left font-normal">
                    {deliveryStatusLabels[status]}
                  </th>
                  {used.map((channel) => (
                    <td key={channel} className={cell}>
                      {formatCount(countOf(channel, status), locale)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

const QueueTable = ({ queues }: { readonly queues: Overview['queues'] }) => (
  <Section title="Queues">
    <div className="-mx-2 overflow-x-auto">
      <table className="w-full text-sm">
        <caption className="sr-only">Tasks in each queue</caption>
        <thead>
          <tr className="text-muted">
            <th scope="col" className="px-3 py-2 text-left font-medium">
              Queue
            </th>
            {['Waiting', 'Active', 'Failed'].map((label) => (
              <th key={label} scope="col" className="px-3 py-2 text-right font-medium">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line border-t border-line">
          {queues.map((queue) => (
            <tr key={queue.name}>
              <th scope="row" className="px-3 py-2.5 text-left font-normal break-all">
                {queue.name}
              </th>
              <td className={cell}>{formatCount(queue.waiting, locale)}</td>
              <td className={cell}>{formatCount(queue.active, locale)}</td>
              <td className={cell}>
                <span className={queue.failed > 0 ? 'font-semibold text-danger-ink' : undefined}>
                  {formatCount(queue.failed, locale)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </Section>
);
