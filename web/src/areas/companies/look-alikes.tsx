import type { OperatorCompany } from '@rolecall/contract';
import { Link } from '@tanstack/react-router';
import { Section } from '../../components/ui/card.tsx';
import { useMessages } from '../../lib/language.tsx';
import { companiesMessages } from './messages.ts';
import { needsNameReview } from './state-badge.tsx';

type Words = ReturnType<typeof companiesMessages>;
type LookAlike = OperatorCompany['looks_like'][number];

/** By what one knows a company that another could be taken for. */
export function whyKnown(
  { trust, domain, postings, refused, hidden, shared_domain: shared }: LookAlike,
  words: Words,
): string {
  const common = shared === null ? '' : ` · ${words.shares({ domain: shared })}`;
  if (refused !== null) return `${words.was_refused({ at: refused.at, reason: refused.reason })}${common}`;
  if (hidden) return `${words.not_in_sight()}${common}`;
  if (trust !== 'source') {
    return domain === null ? words.verified_by_operator() : words.verified_as({ domain });
  }
  const open = postings.filter((one) => one.open > 0);
  if (open.length === 0) return words.no_open_postings();
  return open
    .map(({ source, open: count }) => words.open_from({ count, source: source ?? words.gone_source() }))
    .join(', ');
}

/** What an operator has to know to decide about a name: the companies that it could be taken for. */
export function LookAlikes({ company }: { readonly company: OperatorCompany }) {
  const words = useMessages(companiesMessages);
  if (!needsNameReview(company)) return null;
  return (
    <Section title={words.looks_like()} description={words.looks_like_about()}>
      {company.doubts.length > 0 && (
        <ul className="mb-3 list-disc space-y-1 ps-5 text-sm" data-testid="doubts">
          {company.doubts.map((doubt) => (
            <li key={doubt}>{words[doubt]()}</li>
          ))}
        </ul>
      )}
      {company.looks_like.length === 0 && company.doubts.length === 0 && (
        <p className="text-sm text-muted">{words.looks_like_none()}</p>
      )}
      <ul className="divide-y divide-line text-sm empty:hidden" data-testid="look-alikes">
        {company.looks_like.map((alike) => (
          <li key={alike.id} className="space-y-1 py-3 first:pt-0 last:pb-0">
            <p className="break-words">
              <Link
                to="/operator/companies/$companyId"
                params={{ companyId: alike.id }}
                className="font-medium underline underline-offset-2"
              >
                {alike.name}
              </Link>{' '}
              · {whyKnown(alike, words)}
            </p>
            {alike.leads_to.length > 0 && (
              <p className="break-words text-muted">{words.leads_to({ domains: alike.leads_to })}</p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
