import freeDomains from 'email-providers/all.json' with { type: 'json' };
import { parse } from 'tldts';
import { ApplicationError } from '../../../platform/errors/index.ts';

const free: ReadonlySet<string> = new Set(freeDomains);

/** Names that belong to nobody, or to everybody on the machine. */
const reserved = /(?:^|\.)(?:localhost|local|internal|invalid|arpa|onion)$/;

/**
 * The domain by which a company can show who it is, as it is registered: `jobs.acme.co.uk` is `acme.co.uk`.
 *
 * @param written a domain, as somebody types it; an address of the web will do, too
 * @throws {ApplicationError} `company_domain_refused` for what is no domain, a public suffix, or where anybody gets a mailbox
 */
export function companyDomainOf(written: string): string {
  const { domain, isIp } = parse(written.trim().toLowerCase(), { allowPrivateDomains: true });
  if (domain === null || isIp === true || reserved.test(domain)) throw refused();
  const ascii = URL.parse(`http://${domain}`)?.hostname ?? '';
  if (ascii === '' || ascii.length > 253 || free.has(ascii) || free.has(domain)) throw refused();
  return ascii;
}

const refused = () => new ApplicationError('company_domain_refused');
