import type { Clock } from '../../../platform/clock/index.ts';
import type { DkimSigner } from '../dkim/index.ts';
import type { MailProvider } from '../message/index.ts';
import type { MailProviderConfig } from '../settings/index.ts';
import { createSmtpProvider } from '../smtp/index.ts';
import { createPostmarkProvider } from './postmark.ts';
import { withoutSecrets } from './redaction.ts';
import { throughRelay } from './relay.ts';
import { createResendProvider } from './resend.ts';
import { createSendGridProvider } from './sendgrid.ts';
import { createSesProvider } from './ses.ts';
import { withValidation } from './validation.ts';

/**
 * Creates a provider as it is configured. Its answers never contain its secrets.
 *
 * @param timeoutMs for an answer of an API; undefined: the default
 * @param signer of mails that go out by SMTP; null: they go out unsigned. Services sign what they get by their API
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
      return withoutSecrets(withValidation(createSendGridProvider({ ...config, clock, timeoutMs })), [
        config.key,
      ]);
    case 'resend':
      return withoutSecrets(withValidation(createResendProvider({ ...config, clock, timeoutMs })), [
        config.key,
      ]);
    case 'postmark':
      return withoutSecrets(withValidation(createPostmarkProvider({ ...config, clock, timeoutMs })), [
        config.token,
      ]);
    case 'ses':
      return withoutSecrets(withValidation(createSesProvider({ ...config, clock, timeoutMs })), [
        config.secretAccessKey,
        config.accessKeyId,
      ]);
  }
}
