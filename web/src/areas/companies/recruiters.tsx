import type { OperatorCompanyDetail } from '@rolecall/contract';
import { Link } from '@tanstack/react-router';
import { Badge } from '../../components/ui/badge.tsx';
import { Section } from '../../components/ui/card.tsx';
import { useMessages } from '../../lib/language.tsx';
import { Disable, Enable } from '../people/account-actions.tsx';
import { companiesMessages } from './messages.ts';

/** Who acts for a company, and whether they may go on with it. */
export function Recruiters({ company }: { readonly company: OperatorCompanyDetail }) {
  const words = useMessages(companiesMessages);
  if (company.trust === 'source') return null;
  return (
    <Section title={words.recruiters()}>
      {company.recruiters.length === 0 && <p className="text-sm text-muted">{words.no_recruiters()}</p>}
      <ul className="divide-y divide-line text-sm">
        {company.recruiters.map((recruiter) => (
          <Recruiter key={recruiter.user_id} recruiter={recruiter} />
        ))}
      </ul>
    </Section>
  );
}

function Recruiter({ recruiter }: { readonly recruiter: OperatorCompanyDetail['recruiters'][number] }) {
  const words = useMessages(companiesMessages);
  const { user_id: userId, name, email, email_verified: isConfirmed, disabled_at: disabledAt } = recruiter;
  return (
    <li
      className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3 first:pt-0 last:pb-0"
      data-testid="company-recruiter"
    >
      <Link
        to="/operator/people/$userId"
        params={{ userId }}
        className="font-medium break-words underline underline-offset-2"
      >
        {name}
      </Link>
      <span className="min-w-0 flex-1 break-all text-muted">{email}</span>
      <Badge tone={isConfirmed ? 'accent' : 'warn'}>
        {isConfirmed ? words.address_confirmed() : words.address_unconfirmed()}
      </Badge>
      {disabledAt !== null && <Badge tone="danger">{words.disabled()}</Badge>}
      {disabledAt === null ? <Disable person={recruiter} /> : <Enable person={recruiter} />}
    </li>
  );
}
