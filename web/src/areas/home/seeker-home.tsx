import type { Profile } from '@rolecall/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { FileText, Sparkles } from 'lucide-react';
import { ApplicationItem } from '../../components/applications/application-item.tsx';
import { JobCard } from '../../components/jobs/job-card.tsx';
import { JobSearchForm } from '../../components/jobs/job-search-form.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { useMessages } from '../../lib/language.tsx';
import { lackedByMatching } from '../../lib/profile-gaps.ts';
import { accountQueries } from '../../lib/queries/account.ts';
import { applicationQueries } from '../../lib/queries/applications.ts';
import { jobQueries } from '../../lib/queries/jobs.ts';
import { useAccount } from '../../lib/session.ts';
import { homeMessages } from './messages.ts';
import { Shelf } from './shelf.tsx';

const shown = 4;

export function SeekerHome() {
  const words = useMessages(homeMessages);
  const account = useAccount();
  const navigate = useNavigate();
  const matches = useInfiniteQuery(jobQueries.matches());
  const applications = useInfiniteQuery(applicationQueries.own());
  const { data: profile } = useQuery(accountQueries.profile());
  return (
    <Page title={words.home()} heading={words.hello({ name: account?.name.split(' ')[0] ?? '' })}>
      <div className="space-y-8">
        <JobSearchForm
          q={undefined}
          place={undefined}
          places={profile?.places ?? []}
          onSearch={(search) => void navigate({ to: '/jobs', search })}
        />
        {profile !== undefined && <ProfileHint profile={profile} />}
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
          <Shelf title={words.newest_matches()} more={{ label: words.all_matches(), to: '/matches' }}>
            <PagedList
              query={{ ...matches, hasNextPage: false }}
              empty={
                <Card>
                  <EmptyState icon={Sparkles} title={words.no_matches()}>
                    {words.no_matches_why()}
                  </EmptyState>
                </Card>
              }
            >
              {(items) => (
                <ul className="space-y-3">
                  {items.slice(0, shown).map(({ job, match }) => (
                    <li key={job.id}>
                      <JobCard job={job} match={match} heading="h3" />
                    </li>
                  ))}
                </ul>
              )}
            </PagedList>
          </Shelf>
          <Shelf
            title={words.your_applications()}
            more={{ label: words.all_applications(), to: '/applications' }}
          >
            <PagedList
              query={{ ...applications, hasNextPage: false }}
              empty={
                <Card>
                  <EmptyState icon={FileText} title={words.not_applied()}>
                    {words.not_applied_why()}
                  </EmptyState>
                </Card>
              }
            >
              {(items) => (
                <ul className="space-y-3">
                  {items.slice(0, shown).map((application) => (
                    <li key={application.id}>
                      <ApplicationItem application={application} />
                    </li>
                  ))}
                </ul>
              )}
            </PagedList>
          </Shelf>
        </div>
      </div>
    </Page>
  );
}

/** Without these the matcher has nothing to go by. */
function ProfileHint({ profile }: { readonly profile: Profile }) {
  const words = useMessages(homeMessages);
  const missing = lackedByMatching(profile);
  if (missing.length === 0) return null;
  return (
    <Card className="flex flex-wrap items-center gap-4 border-accent/40 bg-accent-soft/60 p-5">
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{words.could_tell_more()}</p>
        <p className="text-sm text-muted">{words.add({ what: missing.map((name) => words[name]()) })}</p>
      </div>
      <Button asChild variant="primary">
        <Link to="/settings/profile">{words.complete()}</Link>
      </Button>
    </Card>
  );
}
