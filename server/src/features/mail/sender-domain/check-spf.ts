import type { Dns } from './dns.ts';
import type { DnsRecord, SenderDomainFinding, SenderIdentity, SendingHost } from './findings.ts';
import { publicAddressesOf } from './hosts.ts';
import { mostLookups, readSpf, type SpfReading } from './spf.ts';

/** Receivers look up SPF for the domain that bounces go to (RFC 7208, 2.4). */
export async function checkSpf(
  { bounceDomain, hosts }: SenderIdentity,
  dns: Dns,
): Promise<SenderDomainFinding[]> {
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
    return [{ part, state: 'failed', detail: `receivers cannot use it: ${reading.faults.join('; ')}` }];
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
    return { part, state: 'warning', detail: `cannot be told: ${host.host} has no public address` };
  }
  const refused = host.addresses.filter((address) => reading.resultFor(address) !== 'pass');
  if (refused.length === 0) {
    return { part, state: 'ok', detail: `the record permits ${host.addresses.join(', ')}` };
  }
  const unclear = refused.every((address) => reading.resultFor(address) === null);
  return unclear
    ? { part, state: 'warning', detail: `whether it permits ${refused.join(', ')} depends on the sender` }
    : { part, state: 'failed', detail: `the record does not permit ${refused.join(', ')}`, record };
}

/** The record with what it lacks, inserted before its final `all` or `redirect`. */
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

function shorten(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 119)}…`;
}
