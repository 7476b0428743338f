import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A mail that has arrived. */
export interface ReceivedMail {
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
}

/** A mail server that outlives the server under test and keeps what it gets, repeats too. */
export interface MailServer {
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  clear(): void;
  /** Called once, when so many mails have arrived, before the last one is acknowledged. */
  onMail(count: number, listener: () => void): void;
  close(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  let watch: { count: number; listener: () => void } | undefined;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onData(stream, session, callback) {
      text(stream).then((raw) => {
        const header = (name: string) => new RegExp(`^${name}: *(.*)$`, 'im').exec(raw)?.[1]?.trim() ?? '';
        const to = session.envelope.rcptTo[0]?.address ?? '';
        mails.push({ messageId: header('message-id'), subject: header('subject'), to });
        if (watch !== undefined && mails.length >= watch.count) {
          const { listener } = watch;
          watch = undefined;
          listener();
        }
        callback();
      }, callback);
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
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}
