import ipaddr from 'ipaddr.js';
import type { Dns } from './dns.ts';

/** Questions that a receiver asks at most for one record (RFC 7208, 4.6.4). */
export const mostLookups = 10;
/** Names with more hosts than that are not looked at to the end (RFC 7208, 4.6.4). */
const mostHosts = 10;

type Verdict = 'pass' | 'fail' | 'softfail' | 'neutral';
const verdicts: Readonly<Record<string, Verdict>> = {
  '+': 'pass',
  '-': 'fail',
  '~': 'softfail',
  '?': 'neutral',
};

/** What the SPF records of a domain say. */
export interface SpfReading {
  /** The record itself; null: there is none, or more than one. */
  readonly record: string | null;
  /** Why no receiver can use it (`permerror`); empty: all is well. */
  readonly faults: readonly string[];
  /** Questions that a receiver asks to read all of it. */
  readonly lookups: number;
  /** Domains that it includes, by themselves or through others. */
  readonly includes: ReadonlySet<string>;
  /**
   * What it says about an address; null: that depends on the sender, which can not be told here.
   * Addresses that it was not read for give null, too.
   */
  verdictOf(address: string): Verdict | null;
}

interface Walk {
  readonly dns: Dns;
  readonly addresses: readonly string[];
  readonly faults: string[];
  readonly includes: Set<string>;
  lookups: number;
}

/** What a record says about each of the addresses; `unclear`: a macro decides. */
type Verdicts = ReadonlyMap<string, Verdict | 'unclear'>;

/**
 * Reads the SPF record of a domain as a receiver does (RFC 7208), to its end instead of the first match, so that
 * what it costs is known.
 * @param addresses that mails may come from
 * @throws {DnsError}
 */
export async function readSpf(domain: string, addresses: readonly string[], dns: Dns): Promise<SpfReading> {
  const walk: Walk = { dns, addresses, faults: [], includes: new Set(), lookups: 0 };
  const records = await spfRecords(domain, dns);
  if (records.length > 1) walk.faults.push(`${domain} has ${records.length} SPF records, one is allowed`);
  const [record] = records;
  const verdicts: Verdicts =
    record === undefined || records.length > 1 ? new Map() : await follow(record, domain, walk);
  if (walk.lookups > mostLookups) {
    walk.faults.push(`reading it takes ${walk.lookups} questions or more, ${mostLookups} are allowed`);
  }
  return {
    record: records.length === 1 && record !== undefined ? record : null,
    faults: walk.faults,
    lookups: walk.lookups,
    includes: walk.includes,
    verdictOf(address) {
      const verdict = verdicts.get(address);
      return verdict === undefined || verdict === 'unclear' ? null : verdict;
    },
  };
}

async function spfRecords(domain: string, dns: Dns): Promise<string[]> {
  return (await dns.texts(domain)).filter((text) => /^v=spf1(?: |$)/i.test(text));
}

async function follow(record: string, domain: string, walk: Walk): Promise<Verdicts> {
  const found = new Map<string, Verdict | 'unclear'>();
  const settle = (address: string, verdict: Verdict | 'unclear') => {
    if (!found.has(address)) found.set(address, verdict);
  };
  const terms = record.split(/ +/).slice(1).filter(Boolean);

  for (const term of terms) {
    if (/^[a-z][\w.-]*=/i.test(term)) continue;
    // One too many is enough to know that; a circle of includes would never end.
    if (walk.lookups > mostLookups) break;
    const mechanism = parseMechanism(term, domain);
    if (mechanism === null) {
      walk.faults.push(`“${term}” in the record of ${domain} is none of SPF`);
      continue;
    }
    const answer = await askMechanism(mechanism, walk);
    for (const address of walk.addresses) {
      const said = answer(address);
      if (said !== 'no_match') settle(address, said === 'match' ? mechanism.verdict : said);
    }
  }

  const redirect = terms.map((term) => /^redirect=(.+)$/i.exec(term)?.[1]).find(Boolean);
  // What follows `all` is never reached (RFC 7208, 5.1).
  if (redirect !== undefined && walk.lookups <= mostLookups && !terms.some((term) => /^.?all$/i.test(term))) {
    walk.lookups += 1;
    for (const [address, said] of await followDomain(redirect.toLowerCase(), walk)) settle(address, said);
  }
  for (const address of walk.addresses) settle(address, 'neutral');
  return found;
}

/** `verdict` is said of addresses that it matches. */
interface Mechanism {
  readonly name: string;
  readonly verdict: Verdict;
  readonly target: string;
  /** `/24//64`, or a part of that. */
  readonly lengths: string;
}

const mechanisms = new Set(['all', 'include', 'a', 'mx', 'ptr', 'ip4', 'ip6', 'exists']);

function parseMechanism(term: string, domain: string): Mechanism | null {
  const [, sign = '', name = '', target = domain, lengths = ''] =
    /^([+~?-]?)([a-z\d]+)(?::(.+?))?((?:\/\d+)?(?:\/\/\d+)?)$/i.exec(term) ?? [];
  const verdict = verdicts[sign === '' ? '+' : sign];
  if (verdict === undefined || !mechanisms.has(name.toLowerCase())) return null;
  const isAddress = /^ip[46]$/i.test(name);
  if (isAddress && !isRange(target + lengths)) return null;
  return { name: name.toLowerCase(), verdict, target: target.toLowerCase().replace(/\.$/, ''), lengths };
}

type Match = (address: string) => 'match' | 'no_match' | 'unclear';
const always: Match = () => 'match';
const unclear: Match = () => 'unclear';

async function askMechanism({ name, target, lengths }: Mechanism, walk: Walk): Promise<Match> {
  const within =
    (ranges: readonly string[]): Match =>
    (address) =>
      ranges.some((range) => isWithin(address, range)) ? 'match' : 'no_match';
  if (name === 'all') return always;
  if (name === 'ip4' || name === 'ip6') return within([target + lengths]);
  walk.lookups += 1;
  // A macro, or the name of the sending host, is only known for a mail.
  if (target.includes('%') || name === 'ptr') return unclear;
  if (name === 'exists') return (await walk.dns.addresses(target)).length > 0 ? always : () => 'no_match';
  if (name === 'include') {
    walk.includes.add(target);
    const inner = await followDomain(target, walk);
    return (address) => {
      const said = inner.get(address);
      if (said === 'unclear') return said;
      return said === 'pass' ? 'match' : 'no_match';
    };
  }
  const hosts = name === 'a' ? [target] : (await walk.dns.mailHosts(target)).slice(0, mostHosts);
  const known = await Promise.all(hosts.map((host) => walk.dns.addresses(host)));
  return within(known.flat().map((address) => withLength(address, lengths)));
}

async function followDomain(domain: string, walk: Walk): Promise<Verdicts> {
  const [record, ...others] = await spfRecords(domain, walk.dns);
  if (record === undefined || others.length > 0) {
    walk.faults.push(
      `it includes ${domain}, which has ${record === undefined ? 'no SPF record' : 'several'}`,
    );
    return new Map();
  }
  return follow(record, domain, walk);
}

function isRange(text: string): boolean {
  return text.includes('/') ? ipaddr.isValidCIDR(text) : ipaddr.isValid(text);
}

function isWithin(address: string, range: string): boolean {
  if (!isRange(range) || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  const [network, bits] = range.includes('/')
    ? ipaddr.parseCIDR(range)
    : [ipaddr.parse(range), parsed.kind() === 'ipv4' ? 32 : 128];
  return parsed.kind() === network.kind() && parsed.match(network, bits);
}

/** An address with the length of its family out of `/24//64`. */
function withLength(address: string, lengths: string): string {
  const [, four, six] = /^(?:\/(\d+))?(?:\/\/(\d+))?$/.exec(lengths) ?? [];
  const length = address.includes(':') ? six : four;
  return length === undefined ? address : `${address}/${length}`;
}
