import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Sparkles } from 'lucide-react';
import { JobCard } from '../../components/jobs/job-card.tsx';
import { Button } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { useMessages } from '../../lib/language.tsx';
import { lackedByMatching } from '../../lib/profile-gaps.ts';
import { accountQueries } from '../../lib/queries/account.ts';
import { jobQueries } from '../../lib/queries/jobs.ts';
import { matchesMessages } from './matches.messages.ts';

export function MatchesPage() {
  const { window } = useSearch({ from: '/matches' });
  const query = useInfiniteQuery(jobQueries.matches(window));
  const { data: profile } = useQuery(accountQueries.profile());
  const lacksSomething = profile !== undefined && lackedByMatching(profile).length > 0;
  const say = useMessages(matchesMessages);
  return (
    <Page
      title={window === undefined ? say.matches() : say.together()}
      width="medium"
      description={window === undefined ? say.about() : say.together_about()}
      action={
        <Button asChild>
          {window === undefined ? (
            <Link to="/settings/profile">{say.edit()}</Link>
          ) : (
            <Link to="/matches">{say.all()}</Link>
          )}
        </Button>
      }
    >
      <PagedList
        query={query}
        more={say.more()}
        empty={
          window !== undefined ? (
            <EmptyState icon={Sparkles} title={say.none_open()} />
          ) : (
            <EmptyState
              icon={Sparkles}
              title={say.none_yet()}
              action={
                lacksSomething ? (
                  <Button asChild variant="primary">
                    <Link to="/settings/profile">{say.complete()}</Link>
                  </Button>
                ) : undefined
              }
            >
              {lacksSomething ? say.complete_why() : say.compared()}
            </EmptyState>
          )
        }
      >
        {(items) => (
          <ul className="space-y-3">
            {items.map(({ job, match }) => (
              <li key={job.id}>
                <JobCard job={job} match={match} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Page>
  );
}
