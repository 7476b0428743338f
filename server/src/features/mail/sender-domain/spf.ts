import ipaddr from 'ipaddr.js';
import type { Dns } from './dns.ts';

/** Most DNS look-ups of a receiver for one record (RFC 7208, 4.6.4). */
export const mostLookups = 10;
/** Of a name with more hosts than that, the others are ignored (RFC 7208, 4.6.4). */
const mostHosts = 10;

/** Results of RFC 7208, 2.6 that a mechanism can have. */
type SpfResult = 'pass' | 'fail' | 'softfail' | 'neutral';
const qualifiers: ReadonlyMap<string, SpfResult> = new Map([
  ['+', 'pass'],
  ['-', 'fail'],
  ['~', 'softfail'],
  ['?', 'neutral'],
]);

/** The SPF records of a domain. */
export interface SpfReading {
  /** The record itself; null: there is none, or more than one. */
  readonly record: string | null;
  /** Why no receiver can use it (`permerror`); empty: it is valid. */
  readonly faults: readonly string[];
  /** Look-ups that it takes to read all of it. */
  readonly lookups: number;
  /** Domains that it includes, directly or through others. */
  readonly includes: ReadonlySet<string>;
  /**
   * The result for an address; null: it depends on the mail, or the records were not read for this address.
   */
  resultFor(address: string): SpfResult | null;
}

interface Walk {
  readonly dns: Dns;
  readonly addresses: readonly string[];
  readonly faults: string[];
  readonly includes: Set<string>;
  lookups: number;
}

/** The results for the addresses; `unclear`: a macro decides. */
type SpfResults = ReadonlyMap<string, SpfResult | 'unclear'>;

/**
 * Reads the SPF record of a domain as a receiver does (RFC 7208), but to its end instead of the first match, so that all
 * look-ups are counted.
 * @param addresses that mails may come from
 * @throws {DnsError}
 */
export async function readSpf(domain: string, addresses: readonly string[], dns: Dns): Promise<SpfReading> {
  const walk: Walk = { dns, addresses, faults: [], includes: new Set(), lookups: 0 };
  const records = await spfRecords(domain, dns);
  if (records.length > 1) walk.faults.push(`${domain} has ${records.length} SPF records, one is allowed`);
  const [record] = records;
  const results: SpfResults =
    record === undefined || records.length > 1 ? new Map() : await follow(record, domain, walk);
  if (walk.lookups > mostLookups) {
    walk.faults.push(`reading it takes ${walk.lookups} questions or more, ${mostLookups} are allowed`);
  }
  return {
    record: records.length === 1 && record !== undefined ? record : null,
    faults: walk.faults,
    lookups: walk.lookups,
    includes: walk.includes,
    resultFor(address) {
      const result = results.get(address);
      return result === undefined || result === 'unclear' ? null : result;
    },
  };
}

async function spfRecords(domain: string, dns: Dns): Promise<string[]> {
  return (await dns.texts(domain)).filter((text) => /^v=spf1(?: |$)/i.test(text));
}

async function follow(record: string, domain: string, walk: Walk): Promise<SpfResults> {
  const found = new Map<string, SpfResult | 'unclear'>();
  const settle = (address: string, result: SpfResult | 'unclear') => {
    if (!found.has(address)) found.set(address, result);
  };
  const terms = record.split(/ +/).slice(1).filter(Boolean);

  for (const term of terms) {
    if (/^[a-z][\w.-]*=/i.test(term)) continue;
    // One look-up too many settles it; includes in a circle would never end.
    if (walk.lookups > mostLookups) break;
    const mechanism = parseMechanism(term, domain);
    if (mechanism === null) {
      walk.faults.push(`“${term}” in the record of ${domain} is none of SPF`);
      continue;
    }
    const matchOf = await resolveMechanism(mechanism, walk);
    for (const address of walk.addresses) {
      const match = matchOf(address);
      if (match !== 'no_match') settle(address, match === 'match' ? mechanism.result : match);
    }
  }

  const redirect = terms.map((term) => /^redirect=(.+)$/i.exec(term)?.[1]).find(Boolean);
  // A `redirect` is ignored when there is an `all` (RFC 7208, 5.1).
  if (redirect !== undefined && walk.lookups <= mostLookups && !terms.some((term) => /^.?all$/i.test(term))) {
    walk.lookups += 1;
    for (const [address, result] of await followDomain(redirect.toLowerCase(), walk)) settle(address, result);
  }
  for (const address of walk.addresses) settle(address, 'neutral');
  return found;
}

/** A term of a record; `result` is that of addresses that it matches. */
interface Mechanism {
  readonly name: string;
  readonly result: SpfResult;
  readonly target: string;
  /** `/24//64`, or a part of that. */
  readonly lengths: string;
}

const mechanisms = new Set(['all', 'include', 'a', 'mx', 'ptr', 'ip4', 'ip6', 'exists']);

function parseMechanism(term: string, domain: string): Mechanism | null {
  const [, sign = '', name = '', target = domain, lengths = ''] =
    /^([+~?-]?)([a-z\d]+)(?::(.+?))?((?:\/\d+)?(?:\/\/\d+)?)$/i.exec(term) ?? [];
  const result = qualifiers.get(sign === '' ? '+' : sign);
  if (result === undefined || !mechanisms.has(name.toLowerCase())) return null;
  const isAddress = /^ip[46]$/i.test(name);
  if (isAddress && !isRange(target + lengths)) return null;
  return { name: name.toLowerCase(), result, target: target.toLowerCase().replace(/\.$/, ''), lengths };
}

type Match = (address: string) => 'match' | 'no_match' | 'unclear';
const always: Match = () => 'match';
const unclear: Match = () => 'unclear';

async function resolveMechanism({ name, target, lengths }: Mechanism, walk: Walk): Promise<Match> {
  const within =
    (ranges: readonly string[]): Match =>
    (address) =>
      ranges.some((range) => isWithin(address, range)) ? 'match' : 'no_match';
  if (name === 'all') return always;
  if (name === 'ip4' || name === 'ip6') return within([target + lengths]);
  walk.lookups += 1;
  // A macro and the name of the sending host depend on the mail.
  if (target.includes('%') || name === 'ptr') return unclear;
  if (name === 'exists') return (await walk.dns.addresses(target)).length > 0 ? always : () => 'no_match';
  if (name === 'include') {
    walk.includes.add(target);
    const inner = await followDomain(target, walk);
    return (address) => {
      const result = inner.get(address);
      if (result === 'unclear') return result;
      return result === 'pass' ? 'match' : 'no_match';
    };
  }
  const hosts = name === 'a' ? [target] : (await walk.dns.mailHosts(target)).slice(0, mostHosts);
  const known = await Promise.all(hosts.map((host) => walk.dns.addresses(host)));
  return within(known.flat().map((address) => withLength(address, lengths)));
}

async function followDomain(domain: string, walk: Walk): Promise<SpfResults> {
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
