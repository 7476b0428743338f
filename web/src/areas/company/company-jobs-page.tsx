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
import { useMessages } from '../../lib/language.tsx';
import { jobQueries } from '../../lib/queries/jobs.ts';
import { useAccount } from '../../lib/session.ts';
import { companyJobsMessages } from './messages.ts';

const route = getRouteApi('/company/jobs');

export function CompanyJobsPage() {
  const words = useMessages(companyJobsMessages);
  const { status } = route.useSearch();
  const account = useAccount();
  const query = useInfiniteQuery(jobQueries.own(status));
  const postJob = (
    <Button asChild variant="primary">
      <Link to="/company/jobs/new">
        <Plus aria-hidden />
        {words.post_job()}
      </Link>
    </Button>
  );
  return (
    <Page title={words.your_jobs()} width="medium" description={account?.company?.name} action={postJob}>
      <CompanyHint />
      <TabLinks
        label={words.which()}
        className="mb-4"
        tabs={[
          { label: words.all(), link: { to: '/company/jobs', search: {} } },
          { label: words.open(), link: { to: '/company/jobs', search: { status: 'open' } } },
          { label: words.closed_ones(), link: { to: '/company/jobs', search: { status: 'closed' } } },
        ]}
      />
      <PagedList
        query={query}
        empty={
          <EmptyState
            icon={BriefcaseBusiness}
            title={status === undefined ? words.none() : words[`none_${status}`]()}
            action={status === undefined && postJob}
          >
            {status === undefined && words.none_why()}
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
