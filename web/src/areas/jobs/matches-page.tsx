import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Sparkles } from 'lucide-react';
import { useCallback } from 'react';
import { JobRow } from '../../components/jobs/job-row.tsx';
import { JobRows } from '../../components/jobs/job-rows.tsx';
import { Button } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { cn } from '../../lib/cn.ts';
import { useMessages } from '../../lib/language.tsx';
import { lackedByMatching } from '../../lib/profile-gaps.ts';
import { accountQueries } from '../../lib/queries/account.ts';
import { jobQueries } from '../../lib/queries/jobs.ts';
import { JobPane } from './job-pane.tsx';
import { matchesMessages } from './matches.messages.ts';
import { useJobShortcuts } from './shortcuts.ts';
import { useChosenJob } from './use-chosen-job.ts';

const route = getRouteApi('/matches');

export function MatchesPage() {
  const { window, job: chosen } = route.useSearch();
  const navigate = route.useNavigate();
  const chosenJob = useChosenJob({
    chosen,
    choose: (job, { replace }) =>
      void navigate({ search: (current) => ({ ...current, job }), replace, resetScroll: false }),
    leave: useCallback(
      (jobId) => void navigate({ to: '/jobs/$jobId', params: { jobId }, search: {}, replace: true }),
      [navigate],
    ),
  });
  useJobShortcuts(chosenJob);
  const query = useInfiniteQuery(jobQueries.matches(window));
  const { data: profile } = useQuery(accountQueries.profile());
  const lacksSomething = profile !== undefined && lackedByMatching(profile).length > 0;
  const say = useMessages(matchesMessages);
  return (
    <Page
      title={window === undefined ? say.matches() : say.together()}
      dense
      width={chosenJob.jobId === undefined ? 'medium' : 'wide'}
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
      <div
        className={cn(
          'grid grid-cols-[minmax(0,1fr)] gap-5',
          chosenJob.jobId !== undefined && 'lg:grid-cols-[25rem_minmax(0,1fr)]',
        )}
      >
        <div className="min-w-0">
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
              <JobRows>
                {items.map(({ job, match }) => (
                  <li key={job.id}>
                    <JobRow
                      job={job}
                      match={match}
                      isChosen={job.id === chosenJob.jobId}
                      onOpen={chosenJob.onOpen}
                    />
                  </li>
                ))}
              </JobRows>
            )}
          </PagedList>
        </div>
        {chosenJob.jobId !== undefined && <JobPane jobId={chosenJob.jobId} onClose={chosenJob.close} />}
      </div>
    </Page>
  );
}
