import { checkBounceHosts } from './check-bounces.ts';
import { checkDkim } from './check-dkim.ts';
import { checkDmarc } from './check-dmarc.ts';
import { checkReverseDns } from './check-reverse-dns.ts';
import { checkSpf } from './check-spf.ts';
import { type Dns, DnsError } from './dns.ts';
import type { SenderDomainFinding, SenderIdentity } from './findings.ts';

/** Checks everything that receivers look up in the DNS about the sender. */
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
    guarded('reverse DNS', () => checkReverseDns(identity, dns)),
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
