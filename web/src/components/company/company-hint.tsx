import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ShieldAlert } from 'lucide-react';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { companyQueries } from '../../lib/queries/company.ts';
import { Button } from '../ui/button.tsx';
import { companyHintMessages } from './company-hint.messages.ts';

/** Says what an unverified company means for its jobs, and leads to the proof; nothing where all is well. */
export function CompanyHint() {
  const words = useMessages(companyHintMessages);
  const { locale } = useLanguage();
  const { data: company } = useQuery(companyQueries.own());
  const { data: postings } = useQuery(companyQueries.postings());
  if (company === undefined || postings === undefined) return null;
  if (company.trust !== 'unverified' && !company.hidden) return null;
  return (
    <section
      aria-label={words.region()}
      lang={locale}
      className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-3 rounded-2xl bg-warn-soft px-4 py-3.5 text-sm text-warn-ink sm:px-5"
      data-testid="company-hint"
    >
      <ShieldAlert className="size-5 shrink-0" aria-hidden />
      <p className="min-w-0 flex-1 basis-60 leading-relaxed">
        {company.hidden
          ? words.hidden()
          : company.awaiting === null
            ? words[postings.rule]()
            : words.awaiting()}
      </p>
      <Button asChild size="small">
        <Link to="/company">
          {company.hidden || company.awaiting !== null ? words.see() : words.verify()}
        </Link>
      </Button>
    </section>
  );
}
