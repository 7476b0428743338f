import { type Broadcast, broadcastStatuses } from '@rolecall/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Megaphone, Plus } from 'lucide-react';
import { KindIcon } from '../../components/notifications/kind-icon.tsx';
import { Badge } from '../../components/ui/badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { TabLinks } from '../../components/ui/tabs.tsx';
import { DateTime, RelativeTime } from '../../components/ui/time.tsx';
import { formatCount } from '../../lib/format.ts';
import { locale } from '../../lib/locale.ts';
import { describeAudience, people, statusLabels, statusTones } from './labels.ts';
import { ProgressBar } from './progress-bar.tsx';
import { broadcastQueries } from './queries.ts';

const route = getRouteApi('/operator/broadcasts');

export function BroadcastsPage() {
  const { status } = route.useSearch();
  const query = useInfiniteQuery(broadcastQueries.list(status));
  const write = (
    <Button asChild variant="primary">
      <Link to="/operator/broadcasts/new">
        <Plus aria-hidden />
        New broadcast
      </Link>
    </Button>
  );
  return (
    <Page
      title="Broadcasts"
      width="medium"
      description="What you tell many people at once: news of this site, or its maintenance."
      action={write}
    >
      <TabLinks
        label="Status"
        className="mb-4"
        tabs={[
          { label: 'All', link: { to: '/operator/broadcasts', search: {} } },
          ...broadcastStatuses.map((name) => ({
            label: statusLabels[name],
            link: { to: '/operator/broadcasts' as const, search: { status: name } },
          })),
        ]}
      />
      <PagedList
        query={query}
        noun="broadcasts"
        empty={
          <EmptyState
            icon={Megaphone}
            title={status === undefined ? 'No broadcasts yet' : `No broadcast is ${status}`}
            action={status === undefined && write}
          >
            {status === undefined &&
              'Write one, look at it in every language, try it on yourself, then send it.'}
          </EmptyState>
        }
      >
        {(items) => (
          <ul className="space-y-3">
            {items.map((broadcast) => (
              <li key={broadcast.id}>
                <BroadcastItem broadcast={broadcast} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Page>
  );
}

function BroadcastItem({ broadcast }: { readonly broadcast: Broadcast }) {
  const { id, kind, content, status, audience, progress, scheduled_at: scheduledAt } = broadcast;
  return (
    <Card className="relative flex gap-4 p-4 hover:border-line-strong sm:p-5" data-testid="broadcast">
      <KindIcon kind={kind} />
      <div className="min-w-0 flex-1 space-y-1.5">
        <p className="flex flex-wrap items-center gap-2">
          <Link
            to="/operator/broadcasts/$broadcastId"
            params={{ broadcastId: id }}
            className="min-w-0 font-semibold break-words after:absolute after:inset-0 after:rounded-2xl focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
          >
            {content.en.title}
          </Link>
          <Badge tone={statusTones[status]}>{statusLabels[status]}</Badge>
        </p>
        <p className="text-sm text-muted">
          {describeAudience(audience)} · <RelativeTime value={broadcast.updated_at} />
          {status === 'scheduled' && scheduledAt !== null && (
            <>
              {' '}
              · starts <DateTime value={scheduledAt} />
            </>
          )}
        </p>
        {progress.audience !== null && (
          <p className="text-sm text-muted tabular-nums">
            {formatCount(progress.processed, locale)} of {people(progress.audience)}
          </p>
        )}
        {(status === 'running' || status === 'paused') && (
          <ProgressBar progress={progress} label={`Progress of ${content.en.title}`} />
        )}
      </div>
    </Card>
  );
}
