import { createTransport } from 'nodemailer';
import type { MailOutcome } from './mail.ts';
import type { MailProvider } from './provider.ts';
import { classify } from './smtp-replies.ts';

const sendTimeoutMs = 18_000;
const verifyTimeoutMs = 8_000;

export interface SmtpProviderOptions {
  readonly name: string;
  /** `smtp:` or `smtps:`, with user and password. */
  readonly url: string;
  /** Connections to the server at the same time. */
  readonly concurrency: number;
}

export function createSmtpProvider({ name, url, concurrency }: SmtpProviderOptions): MailProvider {
  const transporter = createTransport({
    url,
    pool: true,
    maxConnections: concurrency,
    maxRequeues: 1,
    connectionTimeout: 8_000,
    greetingTimeout: 8_000,
    dnsTimeout: 5_000,
    socketTimeout: 15_000,
    idleTimeout: 30_000,
    // Nothing in a mail may make us read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  async function verify(): Promise<void> {
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new Error('The mail server does not answer')), verifyTimeoutMs);
    try {
      await Promise.race([transporter.verify(), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Whether a broken connection was the message's bad luck or the server is away. */
  async function clarify(detail: string): Promise<MailOutcome> {
    try {
      await verify();
      return { result: 'retry', detail, provider: name, isUnclear: true };
    } catch {
      return { result: 'unavailable', detail, provider: name, isUnclear: true };
    }
  }

  return {
    name,
    concurrency,
    verify,
    async send({ from, to, subject, html, text, messageId, date, headers, attachments = [] }, returnPath) {
      try {
        await transporter.sendMail({
          envelope: { from: returnPath, to: to.address },
          from,
          to,
          subject,
          html,
          text,
          messageId,
          date,
          headers: { ...headers },
          attachments: attachments.map((attachment) => ({ ...attachment })),
          signal: AbortSignal.timeout(sendTimeoutMs),
        });
        return { result: 'sent', provider: name, providerMessageId: null };
      } catch (error) {
        const classification = classify(error);
        if (classification === null) throw error;
        if (classification.result === 'unclear') return clarify(classification.detail);
        return { ...classification, provider: name };
      }
    },
    close: async () => transporter.close({ force: true }),
  };
}
