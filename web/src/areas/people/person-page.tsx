import { kinds, type PersonNotification } from '@rolecall/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft, BellOff, UserX } from 'lucide-react';
import { useState } from 'react';
import { deliveryTones } from '../../components/notifications/delivery-tones.ts';
import { TraceDialog } from '../../components/operator/trace-dialog.tsx';
import { Badge } from '../../components/ui/badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { EmptyState, ErrorState } from '../../components/ui/feedback.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { TabLinks } from '../../components/ui/tabs.tsx';
import { DateTime } from '../../components/ui/time.tsx';
import { hasCode } from '../../lib/errors.ts';
import { channelLabel, deliveryStatusLabels, roleLabels } from '../../lib/labels.ts';
import { peopleQueries } from '../../lib/queries/traces.ts';
import { AccountPanel } from './account-panel.tsx';

const route = getRouteApi('/operator/people/$userId');

/** What one person was told, or would have been, with the story of each. */
export function PersonPage() {
  const { userId } = route.useParams();
  const { show } = route.useSearch();
  const keptOut = show === 'kept_out';
  const person = useQuery(peopleQueries.one(userId));
  const query = useInfiniteQuery(peopleQueries.notifications(userId, { withheld: keptOut || undefined }));
  const [traced, setTraced] = useState<string>();
  if (hasCode(person.error, 'not_found') || hasCode(person.error, 'invalid_request')) {
    return (
      <Page title="Person not found" width="medium">
        <EmptyState icon={UserX} title="There is no such person">
          The account may have been deleted.
        </EmptyState>
      </Page>
    );
  }
  const { data } = person;
  const here = { to: '/operator/people/$userId', params: { userId } } as const;
  return (
    <Page
      title={data?.name ?? 'Person'}
      width="medium"
      description={
        data === undefined
          ? undefined
          : `${data.email} · ${roleLabels[data.role]} · ${data.email_verified ? 'address confirmed' : 'address not confirmed'}`
      }
    >
      <Link
        to="/operator/people"
        className="mb-4 inline-flex items-center gap-1.5 rounded-md text-sm text-muted hover:text-ink"
      >
        <ArrowLeft className="size-4" aria-hidden />
        All people
      </Link>
      {person.isError && <ErrorState error={person.error} onRetry={() => void person.refetch()} />}
      {data !== undefined && <AccountPanel person={data} />}
      <TabLinks
        label="Notifications"
        className="mb-4"
        tabs={[
          { label: 'All', link: { ...here, search: {} } },
          { label: 'Kept out of the inbox', link: { ...here, search: { show: 'kept_out' } } },
        ]}
      />
      <PagedList
        query={query}
        noun="notifications"
        empty={
          <EmptyState icon={BellOff} title={keptOut ? 'Nothing was kept out' : 'Nothing was told yet'}>
            {keptOut ? 'All that was raised is in the inbox.' : 'What this person is told appears here.'}
          </EmptyState>
        }
      >
        {(items) => (
          <ul className="space-y-3">
            {items.map((item) => (
              <li key={item.id}>
                <NotificationItem item={item} onOpen={() => setTraced(item.id)} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
      {traced !== undefined && <TraceDialog notificationId={traced} onClose={() => setTraced(undefined)} />}
    </Page>
  );
}

const NotificationItem = ({
  item,
  onOpen,
}: {
  readonly item: PersonNotification;
  readonly onOpen: () => void;
}) => (
  <Card
    className="flex flex-wrap items-start gap-x-4 gap-y-3 p-4 text-sm sm:p-5"
    data-testid="person-notification"
  >
    <div className="min-w-0 flex-1 basis-64 space-y-1">
      <p className="font-semibold break-words">{item.title}</p>
      <p className="text-muted">
        {kinds[item.kind].label} · <DateTime value={item.created_at} />
      </p>
      <p className="flex flex-wrap gap-1.5 pt-1">
        {item.withheld !== null && <Badge tone="warn">Kept out of the inbox</Badge>}
        {item.read_at !== null && <Badge>Read</Badge>}
        {item.deliveries.map(({ channel, status }) => (
          <Badge key={channel} tone={deliveryTones[status]}>
            {channelLabel(channel)}: {deliveryStatusLabels[status].toLowerCase()}
          </Badge>
        ))}
      </p>
    </div>
    <Button size="small" onClick={onOpen} aria-label={`Story of ${item.title}`}>
      Story
    </Button>
  </Card>
);
