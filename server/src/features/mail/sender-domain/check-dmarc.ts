import { type DmarcPolicy, findDmarc, isAligned } from './dmarc.ts';
import type { Dns } from './dns.ts';
import type { DnsRecord, SenderDomainFinding, SenderIdentity } from './findings.ts';

/** The sender needs a policy, and mails have to align with it. */
export async function checkDmarc(identity: SenderIdentity, dns: Dns): Promise<SenderDomainFinding[]> {
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

/** Receivers need one of both (RFC 7489, 3.1), but SPF fails for a forwarded mail. */
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
