import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { BriefcaseBusiness, Plus } from 'lucide-react';
import { CompanyHint } from '../../components/company/company-hint.tsx';
import { CompanyJobItem } from '../../components/company/company-job-item.tsx';
import { Button } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { TabLinks } from '../../components/ui/tabs.tsx';
import { jobQueries } from '../../lib/queries/jobs.ts';
import { useAccount } from '../../lib/session.ts';

const route = getRouteApi('/company/jobs');

export function CompanyJobsPage() {
  const { status } = route.useSearch();
  const account = useAccount();
  const query = useInfiniteQuery(jobQueries.own(status));
  const postJob = (
    <Button asChild variant="primary">
      <Link to="/company/jobs/new">
        <Plus aria-hidden />
        Post a job
      </Link>
    </Button>
  );
  return (
    <Page title="Your jobs" width="medium" description={account?.company?.name} action={postJob}>
      <CompanyHint />
      <TabLinks
        label="Which jobs"
        className="mb-4"
        tabs={[
          { label: 'All', link: { to: '/company/jobs', search: {} } },
          { label: 'Open', link: { to: '/company/jobs', search: { status: 'open' } } },
          { label: 'Closed', link: { to: '/company/jobs', search: { status: 'closed' } } },
        ]}
      />
      <PagedList
        query={query}
        noun="jobs"
        empty={
          <EmptyState
            icon={BriefcaseBusiness}
            title={status === undefined ? 'You have not posted a job yet' : `No ${status} jobs`}
            action={status === undefined && postJob}
          >
            {status === undefined && 'People whose profile fits hear of a new job within a minute.'}
          </EmptyState>
        }
      >
        {(items) => (
          <ul className="space-y-3">
            {items.map((job) => (
              <li key={job.id}>
                <CompanyJobItem job={job} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Page>
  );
}
