import type { MailOutcome, OutgoingMail } from './mail.ts';
import type { MailProvider } from './provider.ts';

/** Sends the mails of this process, whoever they are from. */
export interface MailSender {
  /** Mails that may be under way at the same time. */
  readonly concurrency: number;
  /** Answers within 30 seconds. Failures are answered; what is thrown is a defect. */
  send(mail: OutgoingMail): Promise<MailOutcome>;
  close(): Promise<void>;
}

export function createMailSender({ provider }: { readonly provider: MailProvider }): MailSender {
  return {
    concurrency: provider.concurrency,
    send: (mail) => provider.send(mail, addressOf(mail.from)),
    close: () => provider.close(),
  };
}

/** The address of `Name <address>`, or all of it. */
function addressOf(from: string): string {
  return /<([^<>]+)>$/.exec(from)?.[1] ?? from;
}
