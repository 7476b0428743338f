import type { KeyObject } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import { dkimKeyRecord, readDkimKey } from './dkim-key.ts';
import { type DmarcPolicy, findDmarc, isAligned } from './dmarc.ts';
import { type Dns, DnsError } from './dns.ts';
import { mostLookups, readSpf, type SpfReading } from './spf.ts';

/** Whoever mails of this instance leave by. */
export interface SendingHost {
  readonly provider: string;
  /** SPF record of the service, which covers all of its hosts; null: a mail server of one's own, known by its name. */
  readonly spfInclude: string | null;
  /** Name or address of the mail server; null: a service. One without `spfInclude` has a return path of its own. */
  readonly host: string | null;
}

/** Who mails of this instance are from. */
export interface SenderIdentity {
  /** Domain of `From`. */
  readonly fromDomain: string;
  /** Domain that bounces go to; that of `From` where there is none of its own. */
  readonly bounceDomain: string;
  /** Whether we read bounces ourselves, so that the domain has to have a host that takes them. */
  readonly takesBounces: boolean;
  /** Null: the providers sign, if anybody does. */
  readonly dkim: {
    readonly domain: string;
    readonly selector: string;
    readonly privateKey: KeyObject;
  } | null;
  readonly hosts: readonly SendingHost[];
}

export interface DnsRecord {
  readonly name: string;
  readonly type: 'TXT' | 'MX';
  readonly value: string;
}

/** What came of one check. */
export interface SenderDomainFinding {
  readonly part: string;
  readonly state: 'ok' | 'warning' | 'failed';
  readonly detail: string;
  /** To publish. */
  readonly record?: DnsRecord;
}

/** Checks everything that receivers ask the domain name system about the sender. */
export async function checkSenderDomain(identity: SenderIdentity, dns: Dns): Promise<SenderDomainFinding[]> {
  if (!identity.fromDomain.includes('.')) {
    const detail = `${identity.fromDomain} is no domain of the Internet: set ROLECALL_MAIL_FROM`;
    return [{ part: 'sender', state: 'failed', detail }];
  }
  const checks = [
    guarded('SPF', () => checkSpf(identity, dns)),
    guarded('DKIM', () => checkDkim(identity, dns)),
    guarded('DMARC', () => checkDmarc(identity, dns)),
    guarded('bounces', () => checkBounceHosts(identity, dns)),
    guarded('reverse DNS', () => checkReverse(identity, dns)),
  ];
  return (await Promise.all(checks)).flat();
}

async function guarded(
  part: string,
  check: () => Promise<SenderDomainFinding[]>,
): Promise<SenderDomainFinding[]> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof DnsError) return [{ part, state: 'failed', detail: error.message }];
    throw error;
  }
}

/** SPF is asked of the domain that bounces go to (RFC 7208, 2.4). */
async function checkSpf({ bounceDomain, hosts }: SenderIdentity, dns: Dns): Promise<SenderDomainFinding[]> {
  const part = 'SPF';
  const known = await Promise.all(
    hosts.map(async (host) => ({ ...host, addresses: await publicAddressesOf(host, dns) })),
  );
  const reading = await readSpf(
    bounceDomain,
    known.flatMap(({ addresses }) => addresses),
    dns,
  );
  const wanted = (existing: string | null): DnsRecord => ({
    name: bounceDomain,
    type: 'TXT',
    value: suggestSpf(existing, known),
  });
  if (reading.faults.length > 0) {
    return [{ part, state: 'failed', detail: `receivers can not use it: ${reading.faults.join('; ')}` }];
  }
  if (reading.record === null) {
    return [{ part, state: 'failed', detail: `${bounceDomain} has no SPF record`, record: wanted(null) }];
  }
  const { record } = reading;
  const cost = `${reading.lookups} of ${mostLookups} questions`;
  const general: SenderDomainFinding[] = /[+]all\b|(?:^| )all\b/i.test(record)
    ? [{ part, state: 'failed', detail: `the record of ${bounceDomain} lets everybody send (+all)` }]
    : [{ part, state: 'ok', detail: `${bounceDomain} has “${shorten(record)}”, ${cost}` }];
  return [...general, ...known.map((host) => judgeHost(host, reading, wanted(record)))];
}

type KnownHost = SendingHost & { readonly addresses: readonly string[] };

function judgeHost(host: KnownHost, reading: SpfReading, record: DnsRecord): SenderDomainFinding {
  const part = `SPF ${host.provider}`;
  if (host.spfInclude !== null) {
    return reading.includes.has(host.spfInclude)
      ? { part, state: 'ok', detail: `the record includes ${host.spfInclude}` }
      : { part, state: 'failed', detail: `the record does not include ${host.spfInclude}`, record };
  }
  if (host.host === null) {
    return {
      part,
      state: 'ok',
      detail: 'bounces go to a domain of the service, which has a record of its own',
    };
  }
  if (host.addresses.length === 0) {
    return { part, state: 'warning', detail: `can not be told: ${host.host} has no public address` };
  }
  const refused = host.addresses.filter((address) => reading.verdictOf(address) !== 'pass');
  if (refused.length === 0) {
    return { part, state: 'ok', detail: `the record permits ${host.addresses.join(', ')}` };
  }
  const unclear = refused.every((address) => reading.verdictOf(address) === null);
  return unclear
    ? { part, state: 'warning', detail: `whether it permits ${refused.join(', ')} depends on the sender` }
    : { part, state: 'failed', detail: `the record does not permit ${refused.join(', ')}`, record };
}

/** The record with what it lacks, before its last word about everybody else. */
function suggestSpf(existing: string | null, hosts: readonly KnownHost[]): string {
  const terms = (existing ?? 'v=spf1').split(/ +/).filter(Boolean);
  const needed = hosts.flatMap(({ spfInclude, addresses }) =>
    spfInclude === null
      ? addresses.map((address) => `${address.includes(':') ? 'ip6' : 'ip4'}:${address}`)
      : [`include:${spfInclude}`],
  );
  const missing = [...new Set(needed)].filter((term) => !terms.includes(term));
  const end = terms.findIndex((term) => /^[+~?-]?all$|^redirect=/i.test(term));
  return end === -1
    ? [...terms, ...missing, '~all'].join(' ')
    : [...terms.slice(0, end), ...missing, ...terms.slice(end)].join(' ');
}

async function checkDkim({ dkim }: SenderIdentity, dns: Dns): Promise<SenderDomainFinding[]> {
  const part = 'DKIM';
  if (dkim === null) {
    return [
      {
        part,
        state: 'warning',
        detail: 'this instance signs nothing itself: the mail server or service has to',
      },
    ];
  }
  const name = `${dkim.selector}._domainkey.${dkim.domain}`;
  const record: DnsRecord = { name, type: 'TXT', value: dkimKeyRecord(dkim.privateKey) };
  const [found, ...others] = await dns.texts(name);
  if (found === undefined) return [{ part, state: 'failed', detail: `there is no record ${name}`, record }];
  if (others.length > 0) return [{ part, state: 'failed', detail: `${name} has several records`, record }];
  switch (readDkimKey(found, dkim.privateKey)) {
    case 'matches':
      return [{ part, state: 'ok', detail: `${name} has the key that mails are signed with` }];
    case 'other_key':
      return [
        { part, state: 'failed', detail: `${name} has another key than mails are signed with`, record },
      ];
    case 'revoked':
      return [{ part, state: 'failed', detail: `the key of ${name} is revoked (p= is empty)`, record }];
    case 'unusable':
      return [{ part, state: 'failed', detail: `${name} is no key record for mail`, record }];
  }
}

async function checkDmarc(identity: SenderIdentity, dns: Dns): Promise<SenderDomainFinding[]> {
  const part = 'DMARC';
  const { fromDomain, bounceDomain, dkim } = identity;
  const found = await findDmarc(fromDomain, dns);
  if (found === 'several') {
    return [{ part, state: 'failed', detail: `${fromDomain} has several DMARC records, so none counts` }];
  }
  if (found === null) {
    const record: DnsRecord = {
      name: `_dmarc.${fromDomain}`,
      type: 'TXT',
      value: `v=DMARC1; p=none; rua=mailto:dmarc@${fromDomain}`,
    };
    return [{ part, state: 'failed', detail: `${fromDomain} has no DMARC record`, record }];
  }
  return [judgePolicy(found, fromDomain), judgeAlignment(found, fromDomain, bounceDomain, dkim?.domain)];
}

function judgePolicy({ domain, policy, reportsTo }: DmarcPolicy, fromDomain: string): SenderDomainFinding {
  const part = 'DMARC';
  if (!['none', 'quarantine', 'reject'].includes(policy)) {
    return { part, state: 'failed', detail: `the policy of ${domain} is “${policy}”, which is none` };
  }
  const where = domain === fromDomain ? domain : `${fromDomain} (by ${domain})`;
  if (policy === 'none') {
    const reports = reportsTo === null ? ', and nobody gets reports (rua=)' : '';
    return {
      part,
      state: 'warning',
      detail: `${where} has p=none, which stops no forgery${reports}; go to quarantine once reports are clean`,
    };
  }
  return { part, state: 'ok', detail: `${where} has p=${policy}` };
}

/** One of both is enough for a receiver (RFC 7489, 3.1), but a mail that is forwarded loses SPF. */
function judgeAlignment(
  policy: DmarcPolicy,
  fromDomain: string,
  bounceDomain: string,
  dkimDomain: string | undefined,
): SenderDomainFinding {
  const part = 'alignment';
  const spf = isAligned(bounceDomain, fromDomain, policy, policy.isStrict.spf);
  const dkim = dkimDomain !== undefined && isAligned(dkimDomain, fromDomain, policy, policy.isStrict.dkim);
  if (dkim && spf) return { part, state: 'ok', detail: `SPF and DKIM speak for ${fromDomain}` };
  if (dkim) {
    return {
      part,
      state: 'warning',
      detail: `only DKIM speaks for ${fromDomain}; bounces go to ${bounceDomain}`,
    };
  }
  if (dkimDomain === undefined) {
    return spf
      ? { part, state: 'warning', detail: `SPF speaks for ${fromDomain}; DKIM has to be seen to elsewhere` }
      : { part, state: 'failed', detail: `SPF speaks for ${bounceDomain} and not for ${fromDomain}` };
  }
  const detail = `DKIM speaks for ${dkimDomain} and not for ${fromDomain}`;
  return { part, state: spf ? 'warning' : 'failed', detail };
}

async function checkBounceHosts(
  { bounceDomain, takesBounces }: SenderIdentity,
  dns: Dns,
): Promise<SenderDomainFinding[]> {
  const part = 'bounces';
  if (!takesBounces) {
    return [{ part, state: 'warning', detail: `nobody reads what comes back to ${bounceDomain}` }];
  }
  const hosts = await dns.mailHosts(bounceDomain);
  const [first] = hosts;
  if (first === undefined) {
    const record: DnsRecord = { name: bounceDomain, type: 'MX', value: `10 ${bounceDomain}.` };
    return [
      { part, state: 'failed', detail: `${bounceDomain} has no MX record, so no bounce arrives`, record },
    ];
  }
  if (first === '' || first === '.') {
    return [{ part, state: 'failed', detail: `${bounceDomain} takes no mail at all (RFC 7505)` }];
  }
  const lost = [];
  for (const host of hosts) if ((await dns.addresses(host)).length === 0) lost.push(host);
  return lost.length === 0
    ? [{ part, state: 'ok', detail: `mail to ${bounceDomain} goes to ${hosts.join(', ')}` }]
    : [{ part, state: 'failed', detail: `${lost.join(', ')} of ${bounceDomain} has no address` }];
}

/** A server of one's own needs a name that leads back to its address; a service sees to that itself. */
async function checkReverse({ hosts }: SenderIdentity, dns: Dns): Promise<SenderDomainFinding[]> {
  const findings: SenderDomainFinding[] = [];
  for (const host of hosts) {
    if (host.spfInclude !== null) continue;
    for (const address of await publicAddressesOf(host, dns)) {
      findings.push(await judgeReverse(`reverse DNS ${host.provider}`, address, dns));
    }
  }
  return findings;
}

async function judgeReverse(part: string, address: string, dns: Dns): Promise<SenderDomainFinding> {
  const names = await dns.names(address);
  if (names.length === 0) {
    return { part, state: 'warning', detail: `${address} has no name; large receivers refuse mail from it` };
  }
  for (const name of names) {
    if ((await dns.addresses(name)).includes(address)) {
      return { part, state: 'ok', detail: `${address} is ${name}, and back` };
    }
  }
  return { part, state: 'warning', detail: `${address} is ${names.join(', ')}, which lead elsewhere` };
}

/** A host in a private network sends by another address, which is not known here. */
async function publicAddressesOf({ host, spfInclude }: SendingHost, dns: Dns): Promise<string[]> {
  if (host === null || spfInclude !== null) return [];
  const addresses = ipaddr.isValid(host) ? [host] : await dns.addresses(host);
  return addresses.filter((address) => !insideRanges.has(ipaddr.parse(address).range()));
}

const insideRanges: ReadonlySet<string> = new Set([
  'private',
  'loopback',
  'linkLocal',
  'uniqueLocal',
  'carrierGradeNat',
  'unspecified',
]);

function shorten(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 119)}…`;
}
