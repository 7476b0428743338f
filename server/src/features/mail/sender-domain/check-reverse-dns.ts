import type { Dns } from './dns.ts';
import type { SenderDomainFinding, SenderIdentity } from './findings.ts';
import { publicAddressesOf } from './hosts.ts';

/** The operator's own mail server needs a name that resolves to its address. Services take care of that themselves. */
export async function checkReverseDns({ hosts }: SenderIdentity, dns: Dns): Promise<SenderDomainFinding[]> {
  const findings: SenderDomainFinding[] = [];
  for (const host of hosts) {
    if (host.spfInclude !== null) continue;
    for (const address of await publicAddressesOf(host, dns)) {
      findings.push(await judgeAddress(`reverse DNS ${host.provider}`, address, dns));
    }
  }
  return findings;
}

async function judgeAddress(part: string, address: string, dns: Dns): Promise<SenderDomainFinding> {
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
