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
import { useMessages } from '../../lib/language.tsx';
import { statusTones, useAudienceWords } from './labels.ts';
import { broadcastMessages } from './messages.ts';
import { ProgressBar } from './progress-bar.tsx';
import { broadcastQueries } from './queries.ts';

const route = getRouteApi('/operator/broadcasts');

export function BroadcastsPage() {
  const words = useMessages(broadcastMessages);
  const { status } = route.useSearch();
  const query = useInfiniteQuery(broadcastQueries.list(status));
  const write = (
    <Button asChild variant="primary">
      <Link to="/operator/broadcasts/new">
        <Plus aria-hidden />
        {words.new()}
      </Link>
    </Button>
  );
  return (
    <Page title={words.broadcasts()} width="medium" description={words.broadcasts_about()} action={write}>
      <TabLinks
        label={words.status()}
        className="mb-4"
        tabs={[
          { label: words.all(), link: { to: '/operator/broadcasts', search: {} } },
          ...broadcastStatuses.map((name) => ({
            label: words[`status_${name}`](),
            link: { to: '/operator/broadcasts' as const, search: { status: name } },
          })),
        ]}
      />
      <PagedList
        query={query}
        empty={
          <EmptyState
            icon={Megaphone}
            title={status === undefined ? words.none() : words[`none_${status}`]()}
            action={status === undefined && write}
          >
            {status === undefined && words.none_why()}
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
  const words = useMessages(broadcastMessages);
  const audienceWords = useAudienceWords();
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
          <Badge tone={statusTones[status]}>{words[`status_${status}`]()}</Badge>
        </p>
        <p className="text-sm text-muted">
          {audienceWords(audience)} · <RelativeTime value={broadcast.updated_at} />
          {status === 'scheduled' && scheduledAt !== null && (
            <>
              {' '}
              {words.starts()} <DateTime value={scheduledAt} />
            </>
          )}
        </p>
        {progress.audience !== null && (
          <p className="text-sm text-muted tabular-nums">
            {words.progress_of({
              done: progress.processed,
              people: words.people({ count: progress.audience }),
            })}
          </p>
        )}
        {(status === 'running' || status === 'paused') && (
          <ProgressBar progress={progress} label={words.progress_label({ title: content.en.title })} />
        )}
      </div>
    </Card>
  );
}
