import { createTransport } from 'nodemailer';
import type { SendOutcome } from '../../deliveries/index.ts';
import { classify } from './classify.ts';

/** A mail as it goes out. */
export interface OutgoingMail {
  readonly from: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly messageId: string;
  readonly date: Date;
  readonly headers: Record<string, string>;
}

export interface MailTransport {
  /** Answers within 30 seconds. */
  send(mail: OutgoingMail): Promise<SendOutcome>;
  /** Throws when the server can not be reached or does not let us in. */
  verify(): Promise<void>;
  close(): void;
}

const sendTimeoutMs = 18_000;
const verifyTimeoutMs = 8_000;

/** @param connections to the server at the same time */
export function createMailTransport(smtpUrl: string, connections: number): MailTransport {
  const transporter = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: connections,
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
  async function clarify(detail: string): Promise<SendOutcome> {
    try {
      await verify();
      return { result: 'retry', detail };
    } catch {
      return { result: 'unavailable', detail };
    }
  }

  return {
    verify,
    async send({ headers, ...mail }) {
      try {
        await transporter.sendMail({
          ...mail,
          headers: { ...headers },
          signal: AbortSignal.timeout(sendTimeoutMs),
        });
        return { result: 'sent' };
      } catch (error) {
        const classification = classify(error);
        if (classification === null) throw error;
        return classification.result === 'unclear' ? clarify(classification.detail) : classification;
      }
    },
    close: () => transporter.close({ force: true }),
  };
}

/** Reaches a mail server once and signs in. Throws the reason when that does not work. */
export async function checkMailServer(smtpUrl: string): Promise<void> {
  const transport = createMailTransport(smtpUrl, 1);
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}
