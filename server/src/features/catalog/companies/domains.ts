import { parse } from 'tldts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { isFreeDomain, isRunnersMailbox, isSharedDomain } from './mail-domains.ts';

/** Names that belong to nobody, or to everybody on the machine. */
const reserved = /(?:^|\.)(?:localhost|local|internal|invalid|arpa|onion)$/;

/** Characters that stand for the dot of a domain (UTS 46). */
const dots = /[\u3002\uff0e\uff61]/g;

/**
 * The domain by which a company can show who it is, as it is registered: `jobs.acme.co.uk` is `acme.co.uk`.
 *
 * @param written a domain, as somebody types it; an address of the web will do, too
 * @throws {ApplicationError} `company_domain_refused` for what is no domain, a public suffix, or where anybody gets a mailbox
 */
export function companyDomainOf(written: string): string {
  const plain = written.trim().toLowerCase().replace(dots, '.');
  const { domain: parsed, isIp } = parse(plain, { allowPrivateDomains: true });
  // The root may be written at the end; the domain is the same.
  const domain = parsed?.replace(/\.$/, '') ?? null;
  if (domain === null || isIp === true || reserved.test(domain)) throw refused();
  const ascii = URL.parse(`http://${domain}`)?.hostname ?? '';
  if (ascii === '' || ascii.length > 253 || isFreeDomain(ascii) || isFreeDomain(domain)) throw refused();
  return ascii;
}

/** The domain of a host as it is registered, also where it proves nothing; null: there is none. */
export const registeredDomainOf = (url: string): string | null =>
  parse(url, { allowPrivateDomains: true }).domain;

/**
 * The domain that a mailbox shows: one below a domain, as of a student or a relay, does not speak for the whole of it. Nor does
 * one of a domain whose customers, members or students have such as well, unless it is a mailbox of who runs the domain.
 *
 * @throws {ApplicationError} `company_domain_refused`, `company_mailbox_refused`
 */
export function companyDomainOfMailbox(address: string): string {
  const host = hostOf(address);
  const domain = companyDomainOf(host);
  const asWritten = URL.parse(`http://${host}`)?.hostname;
  if (asWritten !== domain && asWritten !== `${domain}.`) throw refused();
  if (isSharedDomain(domain) && !isRunnersMailbox(address))
    throw new ApplicationError('company_mailbox_refused');
  return domain;
}

/** The domain of an address as it is registered, also where the mailbox shows nothing; null: where anybody gets one. */
export function mailboxDomainOf(address: string): string | null {
  const { domain } = parse(hostOf(address), { allowPrivateDomains: true });
  if (domain === null || reserved.test(domain) || isFreeDomain(domain) || isSharedDomain(domain)) return null;
  return URL.parse(`http://${domain}`)?.hostname ?? null;
}

const hostOf = (address: string): string =>
  address
    .slice(address.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase();

const refused = () => new ApplicationError('company_domain_refused');
