import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail that has arrived. */
export interface ReceivedMail {
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A mail server that outlives the server under test and keeps what it gets, repeats too. */
export interface MailServer {
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  clear(): void;
  /** Called once, when so many mails have arrived, before the last one is acknowledged. */
  onMail(count: number, listener: () => void): void;
  /** The mail to this address about this, as soon as it is there; one that has arrived before counts too. */
  mailTo(address: string, subject: RegExp): Promise<ReceivedMail>;
  /** From now on answers so to mails for this address, such as `550 no such mailbox`; null: takes them again. */
  refuse(address: string, reply: string | null): void;
  close(): Promise<void>;
}

/** An answer of the protocol: `smtp-server` reads its number from a property. */
class RefusalError extends Error {
  readonly responseCode: number;

  constructor(reply: string) {
    super(reply.slice(4));
    this.responseCode = Number(reply.slice(0, 3));
  }
}

export async function startMailServer(): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const refusals = new Map<string, string>();
  const waiting = new Set<(mail: ReceivedMail) => void>();
  let watch: { count: number; listener: () => void } | undefined;

  async function take(raw: Uint8Array, to: string): Promise<void> {
    const { messageId = '', subject = '', text = '', html = '' } = await PostalMime.parse(raw);
    const mail: ReceivedMail = { messageId, to, subject, text, html };
    mails.push(mail);
    for (const look of waiting) look(mail);
    if (watch !== undefined && mails.length >= watch.count) {
      const { listener } = watch;
      watch = undefined;
      listener();
    }
  }

  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onRcptTo({ address }, _session, callback) {
      const reply = refusals.get(address);
      callback(reply === undefined ? null : new RefusalError(reply));
    },
    onData(stream, session, callback) {
      const to = session.envelope.rcptTo[0]?.address ?? '';
      buffer(stream)
        .then((raw) => take(raw, to))
        .then(() => callback(), callback);
    },
  });
  // A client that is killed leaves a broken conversation behind.
  server.on('error', () => {});
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('The mail server has no port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    clear: () => {
      mails.length = 0;
    },
    onMail(count, listener) {
      watch = { count, listener };
    },
    mailTo(recipient, subject) {
      const isWanted = (mail: ReceivedMail) => mail.to === recipient && subject.test(mail.subject);
      const found = mails.find(isWanted);
      if (found !== undefined) return Promise.resolve(found);
      return new Promise((resolve) => {
        waiting.add(function look(mail) {
          if (!isWanted(mail)) return;
          waiting.delete(look);
          resolve(mail);
        });
      });
    },
    refuse(recipient, reply) {
      if (reply === null) refusals.delete(recipient);
      else refusals.set(recipient, reply);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}
