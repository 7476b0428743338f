import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FileText } from 'lucide-react';
import { ApplicationItem } from '../../components/applications/application-item.tsx';
import { Button } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { useMessages } from '../../lib/language.tsx';
import { applicationQueries } from '../../lib/queries/applications.ts';
import { applicationPageMessages } from './pages.messages.ts';

export function ApplicationsPage() {
  const words = useMessages(applicationPageMessages);
  const query = useInfiniteQuery(applicationQueries.own());
  return (
    <Page title={words.applications()} width="medium" description={words.applications_about()}>
      <PagedList
        query={query}
        more={words.more()}
        empty={
          <EmptyState
            icon={FileText}
            title={words.none()}
            action={
              <>
                <Button asChild variant="primary">
                  <Link to="/matches">{words.see_matches()}</Link>
                </Button>
                <Button asChild>
                  <Link to="/jobs">{words.search_jobs()}</Link>
                </Button>
              </>
            }
          >
            {words.none_why()}
          </EmptyState>
        }
      >
        {(items) => (
          <ul className="space-y-3">
            {items.map((application) => (
              <li key={application.id}>
                <ApplicationItem application={application} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Page>
  );
}
