import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Bookmark, EyeOff } from 'lucide-react';
import { JobCard } from '../../components/jobs/job-card.tsx';
import { Button } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { TabLinks } from '../../components/ui/tabs.tsx';
import { jobQueries } from '../../lib/queries/jobs.ts';

const route = getRouteApi('/saved');

export function SavedPage() {
  const { list = 'saved' } = route.useSearch();
  const query = useInfiniteQuery(jobQueries.marked(list));
  return (
    <Page
      title={list === 'saved' ? 'Saved jobs' : 'Hidden jobs'}
      width="medium"
      description={
        list === 'saved'
          ? 'Jobs that you keep for later. Before a deadline you are reminded.'
          : 'Jobs that you have put away. They are in no search and no list of matches.'
      }
    >
      <TabLinks
        label="Which jobs"
        className="mb-4"
        tabs={[
          { label: 'Saved', link: { to: '/saved', search: {} } },
          { label: 'Hidden', link: { to: '/saved', search: { list: 'hidden' } } },
        ]}
      />
      <PagedList
        query={query}
        noun="jobs"
        empty={
          list === 'saved' ? (
            <EmptyState
              icon={Bookmark}
              title="You have not saved a job yet"
              action={
                <Button asChild variant="primary">
                  <Link to="/jobs">Search jobs</Link>
                </Button>
              }
            >
              Press the bookmark of a job, and it is here when you need it.
            </EmptyState>
          ) : (
            <EmptyState icon={EyeOff} title="You have hidden no job">
              What you hide leaves your searches and matches. You can bring it back here.
            </EmptyState>
          )
        }
      >
        {(items) => (
          <ul className="space-y-3">
            {items.map(({ job }) => (
              <li key={job.id}>
                <JobCard job={job} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Page>
  );
}
