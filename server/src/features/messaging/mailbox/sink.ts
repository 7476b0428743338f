import { once } from 'node:events';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import type { Database } from '../../../platform/db/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import { largestMail, type Mailbox } from './mailbox.ts';

/** The SMTP server of the mailbox. It only listens on this machine and keeps what it gets to itself. */
export interface MailSink {
  /** Where to send mail: `smtp://127.0.0.1:<port>`. */
  readonly url: string;
  /** Lets conversations end, for a moment. */
  close(): Promise<void>;
}

const host = '127.0.0.1';
const mostClients = 50;

/** Starts the sink on a free port. A mail is acknowledged once it is committed, so that none is lost in a crash. */
export async function startMailSink(dependencies: {
  readonly database: Database;
  readonly mailbox: Mailbox;
  readonly logger: Logger;
}): Promise<MailSink> {
  const { database, mailbox, logger } = dependencies;
  const server = new SMTPServer({
    name: 'rolecall-mailbox',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    hideENHANCEDSTATUSCODES: false,
    size: largestMail,
    maxClients: mostClients,
    socketTimeout: 60_000,
    closeTimeout: 2_000,
    onData(stream, session, callback) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      receive(stream, recipients).then(
        () => callback(null),
        (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  server.on('error', (error) => logger.warn({ err: error }, 'the mailbox had a broken conversation'));

  async function receive(stream: SMTPServerDataStream, recipients: readonly string[]): Promise<void> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream) {
      // The rest has to be read all the same, but it is not kept.
      if (!stream.sizeExceeded) chunks.push(chunk);
    }
    if (stream.sizeExceeded) throw refusal(552, 'The mail is too large');
    try {
      const mail = await mailbox.readMail(Buffer.concat(chunks), recipients);
      await database.transaction((tx) => mailbox.receive(tx, mail));
    } catch (error) {
      logger.error({ err: error }, 'a mail could not be stored');
      throw refusal(451, 'Try again later');
    }
  }

  const listening = server.listen(0, host);
  await once(listening, 'listening');
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('the mailbox has no port');

  return {
    url: `smtp://${host}:${address.port}`,
    async close() {
      const { promise, resolve } = Promise.withResolvers<void>();
      server.close(resolve);
      await promise;
    },
  };
}

/** An error that the SMTP server answers with this code. */
function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
