import { createMailSender, createSmtpProvider, type MailSender } from '../features/mail/sending/index.ts';

/** Connections to the mail server, and mails under way. */
const concurrency = 5;

/** @param smtpUrl where mails go; undefined: this process sends none */
export function createConfiguredMailSender(smtpUrl: string | undefined): MailSender | undefined {
  if (smtpUrl === undefined) return undefined;
  return createMailSender({ provider: createSmtpProvider(smtpUrl, concurrency) });
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
