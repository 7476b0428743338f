import { ImapFlow } from 'imapflow';
import PostalMime, { type Email } from 'postal-mime';
import { until } from '../../support/people.ts';
import { mailboxPassword, peopleDomain } from './mail-bed.ts';

/** A mail as it lies in a mailbox. */
export interface StoredMail {
  readonly raw: Buffer;
  readonly mail: Email;
}

/** Reads a mailbox by IMAP, as a mail program does. @param name local part of its address */
export async function readMailbox(imapPort: number, name: string): Promise<StoredMail[]> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: imapPort,
    secure: false,
    auth: { user: `${name}@${peopleDomain}`, pass: mailboxPassword },
    logger: false,
  });
  await client.connect();
  try {
    const lock = await client.getMailboxLock('INBOX');
    try {
      const found: StoredMail[] = [];
      for await (const { source } of client.fetch('1:*', { source: true })) {
        if (source !== undefined) found.push({ raw: source, mail: await PostalMime.parse(source) });
      }
      return found;
    } finally {
      lock.release();
    }
  } finally {
    await client.logout();
  }
}

/** The mail about this, as soon as it is there. */
export async function mailAbout(
  imapPort: number,
  name: string,
  subject: RegExp,
  seconds = 30,
): Promise<StoredMail> {
  return until(
    `a mail about ${subject} in the mailbox of ${name}`,
    async () => (await readMailbox(imapPort, name)).find(({ mail }) => subject.test(mail.subject ?? '')),
    seconds,
  );
}
