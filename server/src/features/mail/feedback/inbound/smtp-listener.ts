import { once } from 'node:events';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import type { Logger } from '../../../../platform/observability/index.ts';
import { type InboundMail, readBytes } from './inbound-mail.ts';

export interface InboundSmtpOptions {
  readonly host: string;
  readonly port: number;
  /** Largest mail, in bytes. */
  readonly maxBytes: number;
  readonly maxConnections: number;
  /** PEM; without it nothing is encrypted. */
  readonly tls: { readonly certificate: string; readonly key: string } | null;
}

/** The SMTP server that takes bounces. It accepts only mail to our addresses and relays nothing. */
export interface InboundSmtp {
  readonly port: number;
  close(): Promise<void>;
}

const mostRecipients = 10;

/** Starts to listen. A mail is acknowledged after its content is committed, so that a crash loses none. */
export async function startInboundSmtp(
  options: InboundSmtpOptions,
  dependencies: { readonly inboundMail: Pick<InboundMail, 'accepts' | 'take'>; readonly logger: Logger },
): Promise<InboundSmtp> {
  const { inboundMail, logger } = dependencies;
  const server = new SMTPServer({
    name: 'rolecall',
    banner: 'Rolecall takes bounces',
    disabledCommands: options.tls === null ? ['AUTH', 'STARTTLS'] : ['AUTH'],
    ...(options.tls === null ? {} : { cert: options.tls.certificate, key: options.tls.key }),
    disableReverseLookup: true,
    hideENHANCEDSTATUSCODES: false,
    size: options.maxBytes,
    maxClients: options.maxConnections,
    socketTimeout: 60_000,
    closeTimeout: 2_000,
    onRcptTo({ address }, session, callback) {
      if (!inboundMail.accepts(address)) callback(refusal(550, '5.1.1 There is no such mailbox here'));
      else if (session.envelope.rcptTo.length >= mostRecipients)
        callback(refusal(452, '4.5.3 Too many recipients'));
      else callback();
    },
    onData(stream, session, callback) {
      const { mailFrom, rcptTo } = session.envelope;
      const recipients = rcptTo.map(({ address }) => address);
      receive(stream, recipients, mailFrom === false ? null : mailFrom.address).then(
        () => callback(null),
        (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  server.on('error', (error) => logger.debug({ err: error }, 'a conversation with a mail server broke'));

  async function receive(
    stream: SMTPServerDataStream,
    recipients: readonly string[],
    sender: string | null,
  ): Promise<void> {
    const chunks: Uint8Array[] = [];
    let kept = 0;
    for await (const chunk of stream) {
      // The rest has to be consumed, but is not kept.
      if (kept >= readBytes) continue;
      chunks.push(chunk);
      kept += chunk.length;
    }
    if (stream.sizeExceeded) throw refusal(552, '5.3.4 The mail is too large');
    try {
      await inboundMail.take(Buffer.concat(chunks), recipients, sender);
    } catch (error) {
      logger.error({ err: error }, 'a mail that came back could not be processed');
      throw refusal(451, '4.3.0 Try again later');
    }
  }

  const listening = server.listen(options.port, options.host);
  await Promise.race([
    once(listening, 'listening'),
    once(server, 'error').then(([error]) => Promise.reject(error)),
  ]);
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('the inbound mail server has no port');

  return {
    port: address.port,
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
