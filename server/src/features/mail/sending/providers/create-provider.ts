import type { Clock } from '../../../../platform/clock/index.ts';
import type { MailProviderConfig } from '../../../../platform/config/index.ts';
import type { DkimSigner } from '../dkim.ts';
import type { MailProvider } from '../provider.ts';
import { createSmtpProvider } from '../smtp-provider.ts';
import { createPostmarkProvider } from './postmark.ts';
import { withoutSecrets } from './redaction.ts';
import { throughRelay } from './relay.ts';
import { createResendProvider } from './resend.ts';
import { createSendGridProvider } from './sendgrid.ts';
import { createSesProvider } from './ses.ts';
import { withSoundMail } from './sound-mail.ts';

/**
 * A provider as it is configured, which never repeats its secrets.
 *
 * @param timeoutMs for an answer of an API; undefined: the usual one
 * @param signer of mails that go out by SMTP; services sign what they get by their API. Null: they go out unsigned
 */
export function createMailProvider(
  config: MailProviderConfig,
  clock: Clock,
  { signer = null, timeoutMs }: { readonly signer?: DkimSigner | null; readonly timeoutMs?: number } = {},
): MailProvider {
  switch (config.kind) {
    case 'smtp': {
      const { service, configurationSet, url } = config;
      const provider = createSmtpProvider({ ...config, signer });
      const account = URL.parse(url);
      return withoutSecrets(service === null ? provider : throughRelay(provider, service, configurationSet), [
        decodeURIComponent(account?.password ?? ''),
      ]);
    }
    case 'sendgrid':
      return withoutSecrets(withSoundMail(createSendGridProvider({ ...config, clock, timeoutMs })), [
        config.key,
      ]);
    case 'resend':
      return withoutSecrets(withSoundMail(createResendProvider({ ...config, clock, timeoutMs })), [
        config.key,
      ]);
    case 'postmark':
      return withoutSecrets(withSoundMail(createPostmarkProvider({ ...config, clock, timeoutMs })), [
        config.token,
      ]);
    case 'ses':
      return withoutSecrets(withSoundMail(createSesProvider({ ...config, clock, timeoutMs })), [
        config.secretAccessKey,
        config.accessKeyId,
      ]);
  }
}
