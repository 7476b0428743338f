import type { OperatorCompany, OperatorCompanyDetail } from '@rolecall/contract';
import { Link } from '@tanstack/react-router';
import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/ui/button.tsx';
import { Section } from '../../components/ui/card.tsx';
import { useMessages } from '../../lib/language.tsx';
import { type Decision, DecisionDialog } from './decision-dialog.tsx';
import { companiesMessages } from './messages.ts';
import { needsNameReview } from './state-badge.tsx';

/** How a company stands, and what an operator can decide about it. */
export function Standing({ company }: { readonly company: OperatorCompanyDetail }) {
  const words = useMessages(companiesMessages);
  const [decision, setDecision] = useState<Decision>();
  const offered: readonly Decision[] = offeredFor(company);
  return (
    <Section
      title={words.standing()}
      action={
        <Button asChild size="small">
          <Link to="/operator/audit" search={{ subject_type: 'company', subject: company.id }}>
            <ScrollText aria-hidden />
            {words.history()}
          </Link>
        </Button>
      }
    >
      <div className="space-y-2 text-sm leading-relaxed">
        <p>{standingWords(company, words)}</p>
        {company.refused !== null && company.refused.reason !== '' && (
          <p className="break-words text-muted">
            {words.reason()}: {company.refused.reason}
          </p>
        )}
        {company.hidden && <p>{words.is_hidden()}</p>}
        {company.awaiting !== null && (
          <p className="break-words" data-testid="awaiting">
            {words.awaits({ domain: company.awaiting.domain, at: company.awaiting.since })}
          </p>
        )}
        {company.proof !== null && <p>{words.under_way({ domain: company.proof.domain })}</p>}
        {company.trust === 'unverified' && (
          <p className="text-muted">
            {words.rule()}:{' '}
            {company.posting_rule === null ? words.by_policy() : words[company.posting_rule]()}
          </p>
        )}
      </div>
      <div className="mt-5 flex flex-wrap gap-2 border-t border-line pt-5">
        {offered.map((one) => (
          <Button
            key={one}
            variant={
              one === 'confirm' ? 'primary' : one === 'refuse' || one === 'hide' ? 'quietDanger' : 'secondary'
            }
            onClick={() => setDecision(one)}
          >
            {words[one]()}
          </Button>
        ))}
      </div>
      {decision !== undefined && (
        <DecisionDialog company={company} decision={decision} onClose={() => setDecision(undefined)} />
      )}
    </Section>
  );
}

/** What can be decided about a company as it stands. */
function offeredFor(company: OperatorCompany): Decision[] {
  const { trust, hidden, refused } = company;
  const visibility: Decision = hidden ? 'show' : 'hide';
  if (trust === 'source') return [visibility];
  if (trust === 'verified')
    return [...(needsNameReview(company) ? (['confirm'] as const) : []), 'withdraw', 'refuse', visibility];
  return refused === null ? ['confirm', 'own_rule', 'refuse', visibility] : ['confirm', visibility];
}

function standingWords(company: OperatorCompany, words: ReturnType<typeof companiesMessages>): string {
  const { trust, verified_at: at, verified_by: by, domain, refused } = company;
  if (trust === 'source') return words.from_source();
  if (refused !== null) return words.refused_at({ at: refused.at });
  if (at === null) return words.nobody_checked();
  const how =
    domain === null || by === 'operator' || by === null
      ? words.by_operator()
      : by === 'mail'
        ? words.by_mail({ domain })
        : words.by_dns({ domain });
  return words.verified_at({ at, how });
}
