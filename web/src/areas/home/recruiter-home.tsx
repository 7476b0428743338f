import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BriefcaseBusiness, Plus } from 'lucide-react';
import { CompanyHint } from '../../components/company/company-hint.tsx';
import { CompanyJobItem } from '../../components/company/company-job-item.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { jobQueries } from '../../lib/queries/jobs.ts';
import { useAccount } from '../../lib/session.ts';
import { Shelf } from './shelf.tsx';

const shown = 6;

export function RecruiterHome() {
  const account = useAccount();
  const query = useInfiniteQuery(jobQueries.own('open'));
  const postJob = (
    <Button asChild variant="primary">
      <Link to="/company/jobs/new">
        <Plus aria-hidden />
        Post a job
      </Link>
    </Button>
  );
  return (
    <Page
      title="Home"
      width="medium"
      heading={`Hello, ${account?.name.split(' ')[0] ?? ''}`}
      description={account?.company?.name}
      action={postJob}
    >
      <CompanyHint />
      <Shelf title="Open jobs" more={{ label: 'All your jobs', to: '/company/jobs' }}>
        <PagedList
          query={{ ...query, hasNextPage: false }}
          noun="jobs"
          empty={
            <Card>
              <EmptyState icon={BriefcaseBusiness} title="No open jobs" action={postJob}>
                Post one, and people whose profile fits hear of it within a minute.
              </EmptyState>
            </Card>
          }
        >
          {(items) => (
            <ul className="space-y-3">
              {/* What waits for an answer comes first. */}
              {items
                .toSorted((one, other) => other.applications.unviewed - one.applications.unviewed)
                .slice(0, shown)
                .map((job) => (
                  <li key={job.id}>
                    <CompanyJobItem job={job} />
                  </li>
                ))}
            </ul>
          )}
        </PagedList>
      </Shelf>
    </Page>
  );
}
