import { channelWords, type PersonNotification } from '@rolecall/contract';
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
import { kindMessages } from '../../lib/kinds.messages.ts';
import { deliveryStatusMessages } from '../../lib/labels.messages.ts';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { peopleQueries } from '../../lib/queries/traces.ts';
import { roleMessages } from '../../lib/role-messages.ts';
import { AccountPanel } from './account-panel.tsx';
import { peopleMessages } from './messages.ts';

const route = getRouteApi('/operator/people/$userId');

/** What one person was told, or would have been, with the story of each. */
export function PersonPage() {
  const texts = useMessages(peopleMessages);
  const roles = useMessages(roleMessages);
  const { userId } = route.useParams();
  const { show } = route.useSearch();
  const keptOut = show === 'kept_out';
  const person = useQuery(peopleQueries.one(userId));
  const query = useInfiniteQuery(peopleQueries.notifications(userId, { withheld: keptOut || undefined }));
  const [traced, setTraced] = useState<string>();
  if (hasCode(person.error, 'not_found') || hasCode(person.error, 'invalid_request')) {
    return (
      <Page title={texts.not_found()} width="medium">
        <EmptyState icon={UserX} title={texts.no_such()}>
          {texts.no_such_why()}
        </EmptyState>
      </Page>
    );
  }
  const { data } = person;
  const here = { to: '/operator/people/$userId', params: { userId } } as const;
  return (
    <Page
      title={data?.name ?? texts.person()}
      width="medium"
      description={
        data === undefined
          ? undefined
          : [
              data.email,
              roles[data.role](),
              data.email_verified ? texts.address_confirmed() : texts.address_not_confirmed(),
            ].join(' · ')
      }
    >
      <Link
        to="/operator/people"
        className="mb-4 inline-flex items-center gap-1.5 rounded-md text-sm text-muted hover:text-ink"
      >
        <ArrowLeft className="size-4 rtl:-scale-x-100" aria-hidden />
        {texts.all_people()}
      </Link>
      {person.isError && <ErrorState error={person.error} onRetry={() => void person.refetch()} />}
      {data !== undefined && <AccountPanel person={data} />}
      <TabLinks
        label={texts.notifications()}
        className="mb-4"
        tabs={[
          { label: texts.all(), link: { ...here, search: {} } },
          { label: texts.kept_out(), link: { ...here, search: { show: 'kept_out' } } },
        ]}
      />
      <PagedList
        query={query}
        empty={
          <EmptyState icon={BellOff} title={keptOut ? texts.none_kept_out() : texts.none_told()}>
            {keptOut ? texts.none_kept_out_why() : texts.none_told_why()}
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

function NotificationItem({
  item,
  onOpen,
}: {
  readonly item: PersonNotification;
  readonly onOpen: () => void;
}) {
  const texts = useMessages(peopleMessages);
  const kinds = useMessages(kindMessages);
  const statuses = useMessages(deliveryStatusMessages);
  const { locale } = useLanguage();
  return (
    <Card
      className="flex flex-wrap items-start gap-x-4 gap-y-3 p-4 text-sm sm:p-5"
      data-testid="person-notification"
    >
      <div className="min-w-0 flex-1 basis-64 space-y-1">
        <p className="font-semibold break-words">{item.title}</p>
        <p className="text-muted">
          {kinds[item.kind]()} · <DateTime value={item.created_at} />
        </p>
        <p className="flex flex-wrap gap-1.5 pt-1">
          {item.withheld !== null && <Badge tone="warn">{texts.kept_out()}</Badge>}
          {item.read_at !== null && <Badge>{texts.read()}</Badge>}
          {item.deliveries.map(({ channel, status }) => (
            <Badge key={channel} tone={deliveryTones[status]}>
              {texts.channel_state({
                channel: channelWords[channel](locale).label(),
                state: statuses[status](),
              })}
            </Badge>
          ))}
        </p>
      </div>
      <Button size="small" onClick={onOpen} aria-label={texts.story_of({ title: item.title })}>
        {texts.story()}
      </Button>
    </Card>
  );
}
