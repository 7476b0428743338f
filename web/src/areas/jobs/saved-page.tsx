import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Bookmark, EyeOff } from 'lucide-react';
import { JobCard } from '../../components/jobs/job-card.tsx';
import { Button } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { TabLinks } from '../../components/ui/tabs.tsx';
import { useMessages } from '../../lib/language.tsx';
import { jobQueries } from '../../lib/queries/jobs.ts';
import { savedMessages } from './saved.messages.ts';

const route = getRouteApi('/saved');

export function SavedPage() {
  const { list = 'saved' } = route.useSearch();
  const words = useMessages(savedMessages);
  const query = useInfiniteQuery(jobQueries.marked(list));
  return (
    <Page title={words[`${list}_title`]()} width="medium" description={words[`${list}_about`]()}>
      <TabLinks
        label={words.lists()}
        className="mb-4"
        tabs={[
          { label: words.saved(), link: { to: '/saved', search: {} } },
          { label: words.hidden(), link: { to: '/saved', search: { list: 'hidden' } } },
        ]}
      />
      <PagedList
        query={query}
        more={words.more()}
        empty={
          list === 'saved' ? (
            <EmptyState
              icon={Bookmark}
              title={words.saved_none()}
              action={
                <Button asChild variant="primary">
                  <Link to="/jobs">{words.search()}</Link>
                </Button>
              }
            >
              {words.saved_none_why()}
            </EmptyState>
          ) : (
            <EmptyState icon={EyeOff} title={words.hidden_none()}>
              {words.hidden_none_why()}
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
