import { readTags } from './dkim-key.ts';
import type { Dns } from './dns.ts';

/** The policy of a domain (RFC 7489). */
export interface DmarcPolicy {
  /** Where it was found: at the domain or at one above it, which counts as its organization. */
  readonly domain: string;
  readonly policy: string;
  /** Whether SPF and DKIM have to name exactly the domain of the sender; else the same organization is enough. */
  readonly isStrict: { readonly spf: boolean; readonly dkim: boolean };
  /** Addresses that get the daily reports. */
  readonly reportsTo: string | null;
}

/** Most labels of a domain that are considered. */
const mostLabels = 8;

/**
 * Finds the policy of a domain: its own record, or that of the nearest domain above.
 * @returns null: there is none
 * @throws {DnsError}
 */
export async function findDmarc(domain: string, dns: Dns): Promise<DmarcPolicy | 'several' | null> {
  const labels = domain.split('.').slice(-mostLabels);
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

/** Whether an authenticated domain is aligned with that of the sender. */
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
