import { createPrivateKey } from 'node:crypto';
import type { SenderIdentity, SendingHost } from '../features/mail/sender-domain/index.ts';
import { domainOf } from '../features/mail/sending/index.ts';
import type { Config, MailProviderConfig, SmtpService } from '../platform/config/index.ts';

/** What receivers look up about mails of this instance. */
export function senderIdentityOf({ mail }: Pick<Config, 'mail'>): SenderIdentity {
  const fromDomain = domainOf(mail.from);
  return {
    fromDomain,
    bounceDomain: mail.bounceDomain ?? fromDomain,
    takesBounces: mail.bounceDomain !== undefined,
    dkim: mail.dkim === null ? null : { ...mail.dkim, privateKey: createPrivateKey(mail.dkim.privateKey) },
    hosts: mail.providers.map(toHost),
  };
}

/** Services that keep our return path, with the record that covers their hosts; the others put one of their own. */
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
