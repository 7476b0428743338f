import { type MailSender, openMailSender } from '../features/mail/dispatch/index.ts';
import { mailSettings, singleMailServer } from '../features/mail/settings/index.ts';
import { createMailbox, startMailSink } from '../features/messaging/mailbox/index.ts';
import type { Platform } from './foundation.ts';

/** How mails of this process go out: to the configured providers, or into the built-in mailbox. */
export interface ConfiguredMail {
  /** Undefined: none is configured. */
  readonly mailSender: MailSender | undefined;
  close(): Promise<void>;
}

export async function openConfiguredMail(platform: Platform): Promise<ConfiguredMail> {
  const settings = platform.config.of(mailSettings);
  const sink = settings.hasMailbox
    ? await startMailSink({ ...platform, mailbox: createMailbox(platform) })
    : undefined;
  try {
    const providers = sink === undefined ? settings.providers : [singleMailServer(sink.url)];
    const mailSender = await openMailSender({ ...platform, settings }, providers);
    return {
      mailSender,
      async close() {
        await mailSender?.close();
        await sink?.close();
      },
    };
  } catch (error) {
    await sink?.close();
    throw error;
  }
}
