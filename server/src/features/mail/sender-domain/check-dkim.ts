import { dkimKeyRecord, readDkimKey } from './dkim-key.ts';
import type { Dns } from './dns.ts';
import type { DnsRecord, SenderDomainFinding, SenderIdentity } from './findings.ts';

/** The key that mails are signed with has to be published. */
export async function checkDkim({ dkim }: SenderIdentity, dns: Dns): Promise<SenderDomainFinding[]> {
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
