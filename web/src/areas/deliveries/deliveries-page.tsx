import { type DeliveryStatus, deliveryStatuses, kinds, type OperatorDelivery } from '@rolecall/contract';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { MailCheck, MailMinus, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { deliveryTones } from '../../components/notifications/delivery-tones.ts';
import { TraceDialog } from '../../components/operator/trace-dialog.tsx';
import { Badge } from '../../components/ui/badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { TabLinks } from '../../components/ui/tabs.tsx';
import { RelativeTime } from '../../components/ui/time.tsx';
import { toastError } from '../../lib/errors.ts';
import { channelLabel, deliveryStatusLabels } from '../../lib/labels.ts';
import { deliveryQueries } from './queries.ts';

const route = getRouteApi('/operator/deliveries');

/** Failed deliveries first: they are what an operator comes for. The address leaves that default out. */
const order: readonly DeliveryStatus[] = ['failed', ...deliveryStatuses.filter((name) => name !== 'failed')];

export function DeliveriesPage() {
  const { status = 'failed' } = route.useSearch();
  const query = useInfiniteQuery(deliveryQueries.deliveries(status));
  return (
    <Page
      title="Deliveries"
      width="medium"
      description="One notification on one channel, with what was decided and why."
      action={
        <Button asChild>
          <Link to="/operator/suppressions">
            <MailMinus aria-hidden />
            Suppressions
          </Link>
        </Button>
      }
    >
      <TabLinks
        label="Status"
        className="mb-4"
        tabs={order.map((name) => ({
          label: deliveryStatusLabels[name],
          link: { to: '/operator/deliveries', search: name === 'failed' ? {} : { status: name } },
        }))}
      />
      <PagedList
        query={query}
        noun="deliveries"
        empty={
          <EmptyState
            icon={MailCheck}
            title={
              status === 'failed'
                ? 'Nothing has failed'
                : `No ${deliveryStatusLabels[status].toLowerCase()} deliveries`
            }
          >
            {status === 'failed' && 'What cannot be sent after all tries will wait here for you.'}
          </EmptyState>
        }
      >
        {(items) => (
          <ul className="space-y-3">
            {items.map((delivery) => (
              <li key={delivery.id}>
                <DeliveryItem delivery={delivery} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Page>
  );
}

function DeliveryItem({ delivery }: { readonly delivery: OperatorDelivery }) {
  const queries = useQueryClient();
  const [tracing, setTracing] = useState(false);
  const retry = useMutation({
    mutationFn: () => client.operator.retryDelivery({ params: { delivery_id: delivery.id } }),
    onSuccess: async () => {
      toast.success('It is tried again', { description: delivery.recipient_email });
      await queries.invalidateQueries({ queryKey: ['operator'] });
    },
    onError: toastError,
  });
  return (
    <Card className="flex flex-wrap items-start gap-x-4 gap-y-3 p-4 text-sm sm:p-5">
      <div className="min-w-0 flex-1 space-y-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-semibold">{kinds[delivery.kind].label}</span>
          <Badge>{channelLabel(delivery.channel)}</Badge>
          <Badge tone={deliveryTones[delivery.status]}>{deliveryStatusLabels[delivery.status]}</Badge>
        </p>
        <p className="break-all text-muted">
          {delivery.recipient_email} · <RelativeTime value={delivery.created_at} /> · {delivery.attempts}{' '}
          {delivery.attempts === 1 ? 'attempt' : 'attempts'}
        </p>
        <p>{delivery.explanation}</p>
        {delivery.last_error !== null && (
          <p className="rounded-lg bg-danger-soft px-3 py-2 font-mono text-xs break-words text-danger-ink">
            {delivery.last_error}
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button size="small" variant="ghost" onClick={() => setTracing(true)}>
          Story
        </Button>
        {delivery.status === 'failed' && (
          <Button size="small" busy={retry.isPending} onClick={() => retry.mutate()}>
            <RotateCw aria-hidden />
            Send again
          </Button>
        )}
      </div>
      {tracing && (
        <TraceDialog notificationId={delivery.notification_id} onClose={() => setTracing(false)} withPerson />
      )}
    </Card>
  );
}
