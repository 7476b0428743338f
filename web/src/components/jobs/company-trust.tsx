import type { JobSummary } from '@rolecall/contract';
import { ShieldAlert } from 'lucide-react';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { Badge } from '../ui/badge.tsx';
import { companyTrustMessages } from './company-trust.messages.ts';

type Company = Pick<JobSummary['company'], 'trust'>;

/** Marks a company that has not shown who it is. */
export function UnverifiedBadge({ company }: { readonly company: Company }) {
  const words = useMessages(companyTrustMessages);
  const { locale } = useLanguage();
  if (company.trust !== 'unverified') return null;
  return (
    <Badge tone="warn" className="ml-2" lang={locale} data-testid="unverified">
      <ShieldAlert aria-hidden />
      {words.unverified()}
    </Badge>
  );
}

/** Warns whoever is about to apply to such a company. */
export function UnverifiedWarning({ company }: { readonly company: Company }) {
  const words = useMessages(companyTrustMessages);
  const { locale } = useLanguage();
  if (company.trust !== 'unverified') return null;
  return (
    <p
      lang={locale}
      className="flex gap-2.5 rounded-lg bg-warn-soft p-3 text-sm text-warn-ink [&_svg]:size-5 [&_svg]:shrink-0"
      data-testid="unverified-warning"
    >
      <ShieldAlert aria-hidden />
      {words.warning()}
    </p>
  );
}
