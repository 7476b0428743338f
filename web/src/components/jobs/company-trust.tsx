import type { JobCompany } from '@rolecall/contract';
import { BadgeCheck, ShieldAlert } from 'lucide-react';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { Badge } from '../ui/badge.tsx';
import { companyTrustMessages } from './company-trust.messages.ts';

interface MarkedProps {
  readonly company: Pick<JobCompany, 'trust' | 'domain'>;
}

/**
 * Marks a company that has not shown who it is, and says of any other by what it has: the domain, by which people can tell it
 * from one that has taken its name. Those of sources have no mark.
 */
export function CompanyMark({ company: { trust, domain } }: MarkedProps) {
  const words = useMessages(companyTrustMessages);
  const { locale } = useLanguage();
  if (trust === 'source') return null;
  if (trust === 'unverified') {
    return (
      <>
        {' '}
        <Badge tone="warn" className="align-middle" lang={locale} data-testid="unverified">
          <ShieldAlert aria-hidden />
          {words.unverified()}
        </Badge>
      </>
    );
  }
  return (
    <>
      {' '}
      <Badge
        tone="accent"
        className="max-w-full align-middle whitespace-normal [&_svg]:shrink-0"
        lang={locale}
        data-testid="verified"
      >
        <BadgeCheck aria-hidden />
        {domain === null ? (
          words.by_operator()
        ) : (
          <>
            <span aria-hidden className="min-w-0 break-words">
              {words.verified({ domain })}
            </span>
            <span className="sr-only">{words.verified_about({ domain })}</span>
          </>
        )}
      </Badge>
    </>
  );
}

/** Warns whoever is about to apply to such a company. */
export function UnverifiedWarning({ company }: { readonly company: Pick<JobCompany, 'trust'> }) {
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
