import type { Tx } from '../../../platform/db/index.ts';
import { countTraces, findShown, insertTraces } from './domain-traces.store.ts';
import { mailboxDomainOf } from './domains.ts';
import { likenessOfDomain } from './likeness.ts';

/**
 * Domains that a company is remembered to have tried without showing any. They are bounded, so that nobody makes proofs of
 * others wait by the thousand.
 */
const mostTried = 20;

const traceOf = (companyId: string, domain: string, isShown: boolean) => ({
  company_id: companyId,
  domain,
  likeness: likenessOfDomain(domain),
  is_shown: isShown,
});

/** Remembers that a company has shown a domain. */
export const traceDomain = (tx: Tx, companyId: string, domain: string): Promise<void> =>
  insertTraces(tx, [traceOf(companyId, domain, true)]);

/** Remembers that a company has begun to prove a domain, which may be anybody's. */
export async function traceTriedDomain(tx: Tx, companyId: string, domain: string): Promise<void> {
  if ((await countTraces(tx, companyId)) < mostTried)
    await insertTraces(tx, [traceOf(companyId, domain, false)]);
}

/** Remembers the domain of a recruiter's address, unless anybody gets a mailbox there. */
export async function traceAddress(tx: Tx, companyId: string, address: string): Promise<void> {
  const domain = mailboxDomainOf(address);
  if (domain !== null) await traceDomain(tx, companyId, domain);
}

/** Remembers by which domains these companies have come before there was a memory. */
export async function traceKnown(tx: Tx, companyIds: readonly string[]): Promise<void> {
  const shown = await findShown(tx, companyIds);
  await insertTraces(
    tx,
    shown.flatMap(({ company_id: id, domains, tried, addresses }) => {
      const all = new Set([...domains, ...addresses.flatMap((address) => mailboxDomainOf(address) ?? [])]);
      const known = [...all].map((domain) => traceOf(id, domain, true));
      return tried === null || all.has(tried) ? known : [...known, traceOf(id, tried, false)];
    }),
  );
}
