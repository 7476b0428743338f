import type { MailOutcome, OutgoingMail } from './mail.ts';
import type { MailProvider } from './provider.ts';
import type { ReturnPaths } from './return-path.ts';

/** Sends the mails of this process, whoever they are from. */
export interface MailSender {
  /** Mails that may be under way at the same time. */
  readonly concurrency: number;
  /** Answers within 30 seconds. Failures are answered; what is thrown is a defect. */
  send(mail: OutgoingMail): Promise<MailOutcome>;
  close(): Promise<void>;
}

export function createMailSender(dependencies: {
  readonly provider: MailProvider;
  /** Null: bounces go to the sender's address. */
  readonly returnPaths: ReturnPaths | null;
}): MailSender {
  const { provider, returnPaths } = dependencies;

  function returnPathOf({ from, reference }: OutgoingMail): string {
    if (returnPaths === null || reference === null) return addressOf(from);
    return returnPaths.create(reference.deliveryId);
  }

  return {
    concurrency: provider.concurrency,
    send: (mail) => provider.send(mail, returnPathOf(mail)),
    close: () => provider.close(),
  };
}

/** The address of `Name <address>`, or all of it. */
function addressOf(from: string): string {
  return /<([^<>]+)>$/.exec(from)?.[1] ?? from;
}
