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
import { useMessages } from '../../lib/language.tsx';
import { jobQueries } from '../../lib/queries/jobs.ts';
import { useAccount } from '../../lib/session.ts';
import { homeMessages } from './messages.ts';
import { Shelf } from './shelf.tsx';

const shown = 6;

export function RecruiterHome() {
  const words = useMessages(homeMessages);
  const account = useAccount();
  const query = useInfiniteQuery(jobQueries.own('open'));
  const postJob = (
    <Button asChild variant="primary">
      <Link to="/company/jobs/new">
        <Plus aria-hidden />
        {words.post_job()}
      </Link>
    </Button>
  );
  return (
    <Page
      title={words.home()}
      width="medium"
      heading={words.hello({ name: account?.name.split(' ')[0] ?? '' })}
      description={account?.company?.name}
      action={postJob}
    >
      <CompanyHint />
      <Shelf title={words.open_jobs()} more={{ label: words.all_your_jobs(), to: '/company/jobs' }}>
        <PagedList
          query={{ ...query, hasNextPage: false }}
          empty={
            <Card>
              <EmptyState icon={BriefcaseBusiness} title={words.no_open_jobs()} action={postJob}>
                {words.no_open_jobs_why()}
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
