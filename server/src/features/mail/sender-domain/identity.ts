import { createPrivateKey } from 'node:crypto';
import { domainOf } from '../message/index.ts';
import type { MailProviderConfig, MailSettings, SmtpService } from '../settings/index.ts';
import type { SenderIdentity, SendingHost } from './findings.ts';

/** The sender of an instance by its configuration. */
export function senderIdentityOf(
  mail: Pick<MailSettings, 'from' | 'bounceDomain' | 'dkim' | 'providers'>,
): SenderIdentity {
  const fromDomain = domainOf(mail.from);
  return {
    fromDomain,
    bounceDomain: mail.bounceDomain ?? fromDomain,
    takesBounces: mail.bounceDomain !== undefined,
    dkim: mail.dkim === null ? null : { ...mail.dkim, privateKey: createPrivateKey(mail.dkim.privateKey) },
    hosts: mail.providers.map(toHost),
  };
}

/** Services that keep our return path, with the record that covers their hosts. Other services replace it. */
const spfIncludes: Readonly<Partial<Record<SmtpService, string>>> = {
  gmail: '_spf.google.com',
  mailgun: 'mailgun.org',
};

function toHost(provider: MailProviderConfig): SendingHost {
  const { name } = provider;
  if (provider.kind !== 'smtp') return { provider: name, spfInclude: null, host: null };
  if (provider.service !== null) {
    return { provider: name, spfInclude: spfIncludes[provider.service] ?? null, host: null };
  }
  return { provider: name, spfInclude: null, host: new URL(provider.url).hostname.replace(/^\[|\]$/g, '') };
}
