import type { Application } from '@rolecall/contract';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../../lib/language.tsx';
import { CompanyMark } from '../jobs/company-trust.tsx';
import { Card } from '../ui/card.tsx';
import { Monogram } from '../ui/monogram.tsx';
import { RelativeTime } from '../ui/time.tsx';
import { applicationPartsMessages } from './messages.ts';
import { StatusBadge } from './status-badge.tsx';

/** One of the person's own applications in a list. */
export const ApplicationItem = ({ application }: { readonly application: Application }) => {
  const words = useMessages(applicationPartsMessages);
  return (
    <Card className="relative flex items-center gap-4 p-4 transition-colors hover:border-line-strong">
      <Monogram name={application.job.company_name} />
      <div className="min-w-0 flex-1">
        <p className="leading-snug font-semibold">
          <Link
            to="/applications/$applicationId"
            params={{ applicationId: application.id }}
            className="after:absolute after:inset-0 after:rounded-2xl focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
          >
            {application.job.title}
          </Link>
        </p>
        <p className="mt-0.5 text-sm text-muted">
          {application.job.company_name}
          <CompanyMark
            company={{ trust: application.job.company_trust, domain: application.job.company_domain }}
          />{' '}
          {words.sent()} <RelativeTime value={application.created_at} />
        </p>
      </div>
      <StatusBadge status={application.status} />
    </Card>
  );
};
