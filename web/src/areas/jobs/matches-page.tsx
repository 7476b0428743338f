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
import { matchesTogetherMessages } from './messages.ts';

export function MatchesPage() {
  const { window } = useSearch({ from: '/matches' });
  const query = useInfiniteQuery(jobQueries.matches(window));
  const { data: profile } = useQuery(accountQueries.profile());
  const lacksSomething = profile !== undefined && lackedByMatching(profile).length > 0;
  const say = useMessages(matchesTogetherMessages);
  return (
    <Page
      title={window === undefined ? 'Matches' : say.title()}
      width="medium"
      description={
        window === undefined
          ? 'Open jobs that fit your profile, the newest first, each with its reasons.'
          : say.description()
      }
      action={
        <Button asChild>
          {window === undefined ? (
            <Link to="/settings/profile">Edit profile</Link>
          ) : (
            <Link to="/matches">{say.all()}</Link>
          )}
        </Button>
      }
    >
      <PagedList
        query={query}
        noun="matches"
        empty={
          window !== undefined ? (
            <EmptyState icon={Sparkles} title={say.none()} />
          ) : (
            <EmptyState
              icon={Sparkles}
              title="No matches yet"
              action={
                lacksSomething ? (
                  <Button asChild variant="primary">
                    <Link to="/settings/profile">Complete your profile</Link>
                  </Button>
                ) : undefined
              }
            >
              {lacksSomething
                ? 'Tell what you look for: titles, skills and places. New jobs are compared with it as they come in.'
                : 'New jobs are compared with your profile as they come in.'}
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
