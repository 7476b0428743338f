import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FileText } from 'lucide-react';
import { ApplicationItem } from '../../components/applications/application-item.tsx';
import { Button } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { applicationQueries } from '../../lib/queries/applications.ts';

export function ApplicationsPage() {
  const query = useInfiniteQuery(applicationQueries.own());
  return (
    <Page
      title="Applications"
      width="medium"
      description="Where you have applied, and how each application stands."
    >
      <PagedList
        query={query}
        noun="applications"
        empty={
          <EmptyState
            icon={FileText}
            title="You have not applied yet"
            action={
              <>
                <Button asChild variant="primary">
                  <Link to="/matches">See your matches</Link>
                </Button>
                <Button asChild>
                  <Link to="/jobs">Search jobs</Link>
                </Button>
              </>
            }
          >
            When you apply for a job, you can follow every step of it here.
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
