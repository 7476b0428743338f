import {
  createMailSender,
  createReturnPaths,
  createSmtpProvider,
  type MailSender,
} from '../features/mail/sending/index.ts';
import type { Platform } from './platform.ts';

/** Connections to the mail server, and mails under way. */
const concurrency = 5;

/** @param smtpUrl where mails go; undefined: this process sends none */
export function createConfiguredMailSender(
  { config, secret }: Pick<Platform, 'config' | 'secret'>,
  smtpUrl: string | undefined,
): MailSender | undefined {
  if (smtpUrl === undefined) return undefined;
  const { bounceDomain } = config.mail;
  return createMailSender({
    provider: createSmtpProvider(smtpUrl, concurrency),
    returnPaths: bounceDomain === undefined ? null : createReturnPaths({ secret, domain: bounceDomain }),
  });
}

/** Reaches a mail server once and signs in. Throws the reason when that does not work. */
export async function checkMailServer(smtpUrl: string): Promise<void> {
  const provider = createSmtpProvider(smtpUrl, 1);
  try {
    await provider.verify();
  } finally {
    await provider.close();
  }
}
