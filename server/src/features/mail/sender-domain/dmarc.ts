import { readTags } from './dkim-key.ts';
import type { Dns } from './dns.ts';

/** The policy of a domain (RFC 7489). */
export interface DmarcPolicy {
  /** Where it was found: the domain itself or one above it, which counts as its organization. */
  readonly domain: string;
  readonly policy: string;
  /** Whether SPF and DKIM have to name the very domain of the sender; else the same organization is enough. */
  readonly isStrict: { readonly spf: boolean; readonly dkim: boolean };
  /** Addresses that get the daily reports. */
  readonly reportsTo: string | null;
}

/** Labels that are taken off at most on the way up. */
const mostSteps = 8;

/**
 * Finds the policy of a domain by going up from it to the domain that has a record.
 * @returns null: there is none
 * @throws {DnsError}
 */
export async function findDmarc(domain: string, dns: Dns): Promise<DmarcPolicy | 'several' | null> {
  const labels = domain.split('.').slice(-mostSteps);
  for (let above = 0; labels.length - above >= 2; above += 1) {
    const candidate = labels.slice(above).join('.');
    const records = (await dns.texts(`_dmarc.${candidate}`)).filter((text) =>
      /^v=DMARC1\s*(?:;|$)/.test(text),
    );
    if (records.length > 1) return 'several';
    const [record] = records;
    if (record !== undefined) return toPolicy(record, candidate, candidate === domain);
  }
  return null;
}

function toPolicy(record: string, domain: string, isOwn: boolean): DmarcPolicy {
  const tags = readTags(record);
  const policy = (isOwn ? undefined : tags.get('sp')) ?? tags.get('p') ?? '';
  return {
    domain,
    policy: policy.toLowerCase(),
    isStrict: { spf: tags.get('aspf') === 's', dkim: tags.get('adkim') === 's' },
    reportsTo: tags.get('rua') ?? null,
  };
}

/** Whether a domain that has authenticated a mail speaks for the sender. */
export function isAligned(
  authenticated: string,
  from: string,
  { domain: organization }: DmarcPolicy,
  isStrict: boolean,
): boolean {
  if (authenticated === from) return true;
  if (isStrict) return false;
  return authenticated === organization || authenticated.endsWith(`.${organization}`);
}
