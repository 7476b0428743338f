import { channels, channelWords, deliveryStatuses, type Overview, roles } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Figure } from '../../components/operator/figure.tsx';
import { Section } from '../../components/ui/card.tsx';
import { ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { formatCount } from '../../lib/format.ts';
import { deliveryStatusMessages } from '../../lib/labels.messages.ts';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { overviewPageMessages } from './messages.ts';
import { overviewQueries } from './queries.ts';

const cell = 'px-3 py-2.5 text-end tabular-nums';

export function OverviewPanels() {
  const words = useMessages(overviewPageMessages);
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
        <Figure label={words.open_jobs()} value={data.jobs.open}>
          {words.closed({ count: data.jobs.closed })}
        </Figure>
        <Figure label={words.people()} value={people}>
          {roles.map((role) => words[role]({ count: data.people[role] })).join(', ')}
        </Figure>
        <Figure label={words.applications()} value={data.applications} />
        <Figure label={words.notifications()} value={data.notifications}>
          <Link to="/operator/online" className="underline underline-offset-2 hover:text-ink">
            {words.connections({ count: data.connections })}
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
  const words = useMessages(overviewPageMessages);
  const statuses = useMessages(deliveryStatusMessages);
  const { locale, formatLocale } = useLanguage();
  const countOf = (channel: string, status: string) =>
    deliveries.find((entry) => entry.channel === channel && entry.status === status)?.count ?? 0;
  // What only lies in the inbox has no deliveries, so its column would be empty.
  const used = channels.filter((channel) => deliveries.some((entry) => entry.channel === channel));
  const failed = used.reduce((sum, channel) => sum + countOf(channel, 'failed'), 0);
  return (
    <Section
      title={words.deliveries()}
      action={
        failed > 0 && (
          <Link
            to="/operator/deliveries"
            className="text-sm font-medium text-danger-ink underline underline-offset-2"
          >
            {words.have_failed({ count: failed })}
          </Link>
        )
      }
    >
      {used.length === 0 ? (
        <p className="text-sm text-muted">{words.nothing_sent()}</p>
      ) : (
        <div className="-mx-2 overflow-x-auto">
          <table className="w-full text-sm">
            <caption className="sr-only">{words.deliveries_table()}</caption>
            <thead>
              <tr className="text-muted">
                <th scope="col" className="px-3 py-2 text-start font-medium">
                  {words.status()}
                </th>
                {used.map((channel) => (
                  <th key={channel} scope="col" className="px-3 py-2 text-end font-medium">
                    {channelWords[channel](locale).label()}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y divide-line border-t border-line">
              {deliveryStatuses.map((status) => (
                <tr key={status}>
                  <th scope="row" className="px-3 py-2.5 text-start font-normal">
                    {statuses[status]()}
                  </th>
                  {used.map((channel) => (
                    <td key={channel} className={cell}>
                      {formatCount(countOf(channel, status), formatLocale)}
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

const QueueTable = ({ queues }: { readonly queues: Overview['queues'] }) => {
  const { formatLocale } = useLanguage();
  const words = useMessages(overviewPageMessages);
  return (
    <Section title={words.queues()}>
      <div className="-mx-2 overflow-x-auto">
        <table className="w-full text-sm">
          <caption className="sr-only">{words.queues_table()}</caption>
          <thead>
            <tr className="text-muted">
              <th scope="col" className="px-3 py-2 text-start font-medium">
                {words.queue()}
              </th>
              {(['waiting', 'active', 'failed'] as const).map((name) => (
                <th key={name} scope="col" className="px-3 py-2 text-end font-medium">
                  {words[name]()}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line border-t border-line">
            {queues.map((queue) => (
              <tr key={queue.name}>
                <th scope="row" className="px-3 py-2.5 text-start font-normal break-all">
                  {queue.name}
                </th>
                <td className={cell}>{formatCount(queue.waiting, formatLocale)}</td>
                <td className={cell}>{formatCount(queue.active, formatLocale)}</td>
                <td className={cell}>
                  <span className={queue.failed > 0 ? 'font-semibold text-danger-ink' : undefined}>
                    {formatCount(queue.failed, formatLocale)}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
};
