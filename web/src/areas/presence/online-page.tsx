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
import { useMessages } from '../../lib/language.tsx';
import { roleMessages, rolesMessages } from '../../lib/role-messages.ts';
import { presencePageMessages } from './messages.ts';
import { PresenceFigures, PresenceNodes } from './presence-panels.tsx';
import { presenceQueries } from './queries.ts';

const route = getRouteApi('/operator/online');

const roleTones: Readonly<Record<OnlinePerson['role'], Tone>> = {
  job_seeker: 'accent',
  recruiter: 'info',
  operator: 'plum',
};

export function OnlinePage() {
  const words = useMessages(presencePageMessages);
  const roleNames = useMessages(rolesMessages);
  const { role } = route.useSearch();
  const query = useInfiniteQuery(presenceQueries.online(role));
  return (
    <Page title={words.online()} description={words.about()}>
      <PresenceFigures />
      <TabLinks
        label={words.role()}
        className="mt-8 mb-4"
        tabs={[
          { label: words.everybody(), link: { to: '/operator/online', search: {} } },
          ...roles.map((name) => ({
            label: roleNames[name](),
            link: { to: '/operator/online' as const, search: { role: name } },
          })),
        ]}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          <PagedList query={query} empty={<NobodyOnline role={role} />}>
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

const NobodyOnline = ({ role }: { readonly role: Role | undefined }) => {
  const words = useMessages(presencePageMessages);
  return (
    <Card>
      <EmptyState icon={Radio} title={role === undefined ? words.nobody() : words[`nobody_${role}`]()}>
        {words.nobody_why()}
      </EmptyState>
    </Card>
  );
};

function OnlineItem({ person }: { readonly person: OnlinePerson }) {
  const words = useMessages(presencePageMessages);
  const roleNames = useMessages(roleMessages);
  return (
    <div className="flex items-center gap-3 px-4 py-3.5 text-sm sm:px-5" data-testid="online-person">
      <Monogram name={person.name} className="rounded-full" />
      <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="font-medium break-words">{person.name || words.deleted()}</span>
            <Badge tone={roleTones[person.role]}>{roleNames[person.role]()}</Badge>
          </p>
          <p className="break-all text-muted">{person.email}</p>
        </div>
        <p className="text-muted sm:text-end">
          <span className="text-ink">
            <RelativeTime value={person.since} />
          </span>
          {' · '}
          {words.connection_count({ count: person.connections })}
          <br />
          <span className="text-xs">
            {words.since()} <DateTime value={person.since} />
          </span>
        </p>
      </div>
    </div>
  );
}
