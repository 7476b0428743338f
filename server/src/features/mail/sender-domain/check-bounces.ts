import type { Dns } from './dns.ts';
import type { DnsRecord, SenderDomainFinding, SenderIdentity } from './findings.ts';

/** The domain that bounces go to needs a host that takes them. */
export async function checkBounceHosts(
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
