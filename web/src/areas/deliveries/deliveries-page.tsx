import {
  channelWords,
  type DeliveryStatus,
  deliveryStatuses,
  type OperatorDelivery,
} from '@rolecall/contract';
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
import { kindMessages } from '../../lib/kinds.messages.ts';
import { deliveryStatusMessages } from '../../lib/labels.messages.ts';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { deliveryMessages } from './messages.ts';
import { deliveryQueries } from './queries.ts';

const route = getRouteApi('/operator/deliveries');

/** Failed deliveries first: they are what an operator comes for. The address leaves that default out. */
const order: readonly DeliveryStatus[] = ['failed', ...deliveryStatuses.filter((name) => name !== 'failed')];

export function DeliveriesPage() {
  const words = useMessages(deliveryMessages);
  const statuses = useMessages(deliveryStatusMessages);
  const { status = 'failed' } = route.useSearch();
  const query = useInfiniteQuery(deliveryQueries.deliveries(status));
  return (
    <Page
      title={words.title()}
      width="medium"
      description={words.about()}
      action={
        <Button asChild>
          <Link to="/operator/suppressions">
            <MailMinus aria-hidden />
            {words.suppressions()}
          </Link>
        </Button>
      }
    >
      <TabLinks
        label={words.status()}
        className="mb-4"
        tabs={order.map((name) => ({
          label: statuses[name](),
          link: { to: '/operator/deliveries', search: name === 'failed' ? {} : { status: name } },
        }))}
      />
      <PagedList
        query={query}
        empty={
          <EmptyState icon={MailCheck} title={status === 'failed' ? words.none_failed() : words.none()}>
            {status === 'failed' && words.none_failed_why()}
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
  const words = useMessages(deliveryMessages);
  const statuses = useMessages(deliveryStatusMessages);
  const kinds = useMessages(kindMessages);
  const { locale } = useLanguage();
  const queries = useQueryClient();
  const [tracing, setTracing] = useState(false);
  const retry = useMutation({
    mutationFn: () => client.operator.retryDelivery({ params: { delivery_id: delivery.id } }),
    onSuccess: async () => {
      toast.success(words.tried_again(), { description: delivery.recipient_email });
      await queries.invalidateQueries({ queryKey: ['operator'] });
    },
    onError: toastError,
  });
  return (
    <Card className="flex flex-wrap items-start gap-x-4 gap-y-3 p-4 text-sm sm:p-5">
      <div className="min-w-0 flex-1 space-y-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-semibold">{kinds[delivery.kind]()}</span>
          <Badge>{channelWords[delivery.channel](locale).label()}</Badge>
          <Badge tone={deliveryTones[delivery.status]}>{statuses[delivery.status]()}</Badge>
        </p>
        <p className="break-all text-muted">
          {delivery.recipient_email} · <RelativeTime value={delivery.created_at} /> ·{' '}
          {words.attempts({ count: delivery.attempts })}
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
          {words.story()}
        </Button>
        {delivery.status === 'failed' && (
          <Button size="small" busy={retry.isPending} onClick={() => retry.mutate()}>
            <RotateCw aria-hidden />
            {words.send_again()}
          </Button>
        )}
      </div>
      {tracing && (
        <TraceDialog notificationId={delivery.notification_id} onClose={() => setTracing(false)} withPerson />
      )}
    </Card>
  );
}
