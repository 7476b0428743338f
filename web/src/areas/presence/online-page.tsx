import { type OnlinePerson, type Role, roles } from '@rolecall/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Radio } from 'lucide-react';
import { Badge, type Tone } from '../../components/ui/badge.tsx';
import { Card } from '../../components/ui/card.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { Monogram } from '../../components/ui/monogram.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { TabLinks } from '../../components/ui/tabs.tsx';
import { DateTime, RelativeTime } from '../../components/ui/time.tsx';
import { pluralize } from '../../lib/format.ts';
import { roleLabels } from '../../lib/labels.ts';
import { locale } from '../../lib/locale.ts';
import { PresenceFigures, PresenceNodes } from './presence-panels.tsx';
import { presenceQueries } from './queries.ts';

const route = getRouteApi('/operator/online');

const roleTones: Readonly<Record<OnlinePerson['role'], Tone>> = {
  job_seeker: 'accent',
  recruiter: 'info',
  operator: 'plum',
};

export function OnlinePage() {
  const { role } = route.useSearch();
  const query = useInfiniteQuery(presenceQueries.online(role));
  return (
    <Page title="Online" description="Who is connected now, to any process. Read again every ten seconds.">
      <PresenceFigures />
      <TabLinks
        label="Role"
        className="mt-8 mb-4"
        tabs={[
          { label: 'Everybody', link: { to: '/operator/online', search: {} } },
          ...roles.map((name) => ({
            label: `${roleLabels[name]}s`,
            link: { to: '/operator/online' as const, search: { role: name } },
          })),
        ]}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          <PagedList query={query} noun="people" empty={<NobodyOnline role={role} />}>
            {(items) => (
              <Card className="overflow-hidden">
                <ul className="divide-y divide-line">
                  {items.map((person) => (
                    <li key={person.user_id}>
                      <OnlineItem person={person} />
                    </li>
                  ))}
                </ul>
              </Card>
            )}
          </PagedList>
        </div>
        <PresenceNodes />
      </div>
    </Page>
  );
}

const NobodyOnline = ({ role }: { readonly role: Role | undefined }) => (
  <Card>
    <EmptyState
      icon={Radio}
      title={role === undefined ? 'Nobody is online' : `No ${roleLabels[role].toLowerCase()} is online`}
    >
      Whoever opens Rolecall, or connects a client of their own, appears here within seconds.
    </EmptyState>
  </Card>
);

const OnlineItem = ({ person }: { readonly person: OnlinePerson }) => (
  <div className="flex items-center gap-3 px-4 py-3.5 text-sm sm:px-5" data-testid="online-person">
    <Monogram name={person.name} className="rounded-full" />
    <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-6 gap-y-1">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium break-words">{person.name || 'Deleted account'}</span>
          <Badge tone={roleTones[person.role]}>{roleLabels[person.role]}</Badge>
        </p>
        <p className="break-all text-muted">{person.email}</p>
      </div>
      <p className="text-muted sm:text-right">
        <span className="text-ink">
          <RelativeTime value={person.since} />
        </span>
        {' · '}
        {pluralize(person.connections, 'connection', 'connections', locale)}
        <br />
        <span className="text-xs">
          since <DateTime value={person.since} />
        </span>
      </p>
    </div>
  </div>
);
