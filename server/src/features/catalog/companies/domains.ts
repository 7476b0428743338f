import freeDomains from 'email-providers/all.json' with { type: 'json' };
import { parse } from 'tldts';
import { ApplicationError } from '../../../platform/errors/index.ts';

/** Relays, aliases and providers that the list lacks. */
const moreFreeDomains = [
  ...[
    'appleid.com',
    'duck.com',
    'mozmail.com',
    'simplelogin.com',
    'simplelogin.co',
    'anonaddy.com',
    'addy.io',
  ],
  ...[
    'tutanota.com',
    'tutanota.de',
    'tuta.io',
    'tuta.com',
    'tutamail.com',
    'keemail.me',
    'fastmail.com',
    'fastmail.fm',
  ],
  ...[
    'telefonica.net',
    'hey.com',
    'pm.me',
    'proton.me',
    'skiff.com',
    'posteo.de',
    'posteo.net',
    'mailbox.org',
  ],
];
const free: ReadonlySet<string> = new Set([...freeDomains, ...moreFreeDomains]);

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

/** The domain of a host as it is registered, also where it proves nothing; null: there is none. */
export const registeredDomainOf = (url: string): string | null =>
  parse(url, { allowPrivateDomains: true }).domain;

/**
 * The domain that a mailbox at this host shows: a mailbox below a domain, as of a student or a relay, does not speak for the
 * whole of it.
 *
 * @throws {ApplicationError} `company_domain_refused`, also for a host below a domain
 */
export function companyDomainOfMailbox(host: string): string {
  const domain = companyDomainOf(host);
  if (URL.parse(`http://${host.trim()}`)?.hostname !== domain) throw refused();
  return domain;
}

const refused = () => new ApplicationError('company_domain_refused');
