import type { OperatorCompany } from '@rolecall/contract';
import { Badge } from '../../components/ui/badge.tsx';
import { useMessages } from '../../lib/language.tsx';
import { companiesMessages } from './messages.ts';

/** Whether an operator has to look at the name. */
export const needsNameReview = ({ awaiting, looks_like }: OperatorCompany): boolean =>
  awaiting !== null || looks_like.length > 0;

/** How a company stands, in a word or two. */
export function CompanyStateBadge({ company }: { readonly company: OperatorCompany }) {
  const words = useMessages(companiesMessages);
  return (
    <span className="inline-flex flex-wrap gap-1.5" data-testid="company-state">
      {company.trust === 'verified' && <Badge tone="accent">{words.verified()}</Badge>}
      {company.trust === 'source' && <Badge>{words.source()}</Badge>}
      {company.trust === 'unverified' && company.refused === null && (
        <Badge tone="warn">{words.unverified()}</Badge>
      )}
      {needsNameReview(company) && <Badge tone="warn">{words.name_doubtful()}</Badge>}
      {company.refused !== null && <Badge tone="danger">{words.refused()}</Badge>}
      {company.hidden && <Badge tone="danger">{words.hidden()}</Badge>}
    </span>
  );
}
