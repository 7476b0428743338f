import type { DkimSigner } from '../dkim/index.ts';
import type { MailOutcome, MailProvider, OutgoingMail } from '../message/index.ts';
import {
  createMessageBuilder,
  headerText,
  toMailAddress,
  UnsafeHeaderError,
  UnsendableMailError,
} from '../message/index.ts';
import { openSmtpConnection } from './connection.ts';
import { SmtpError } from './errors.ts';
import { createSmtpPool, openTimeoutMs } from './pool.ts';
import { classify } from './replies.ts';
import { parseSmtpUrl } from './server.ts';

export interface SmtpProviderOptions {
  /** Unique among the configured providers. */
  readonly name: string;
  /** `smtp:` or `smtps:`, with user and password. */
  readonly url: string;
  /** Connections to the server at the same time. */
  readonly concurrency: number;
  /** Null: we do not sign mails; the server may. */
  readonly signer: DkimSigner | null;
}

/** For a mail, with the wait for a connection, in milliseconds. Together with `verify` that is below 25 s. */
const sendTimeoutMs = 16_000;

/**
 * Hands mails to a mail server over a few connections that it keeps, with all commands of a mail in one packet where the
 * server allows that (RFC 2920), and encrypted wherever the server supports it.
 */
export function createSmtpProvider({ name, url, concurrency, signer }: SmtpProviderOptions): MailProvider {
  const server = parseSmtpUrl(url);
  const build = createMessageBuilder();
  const pool = createSmtpPool(server, concurrency);

  async function verify(): Promise<void> {
    const connection = await openSmtpConnection(server, openTimeoutMs, () => {});
    connection.quit();
  }

  /** Finds out whether only this connection broke, or the server cannot be reached. */
  async function clarify(failure: {
    readonly detail: string;
    readonly provider: string;
    readonly isUnclear?: boolean;
  }): Promise<MailOutcome> {
    try {
      await verify();
      return { result: 'retry', ...failure };
    } catch {
      return { result: 'unavailable', ...failure };
    }
  }

  async function deliver(mail: OutgoingMail, returnPath: string): Promise<string> {
    const message = build(mail);
    const from = toMailAddress(returnPath);
    const fields =
      signer === null ? message.fields : [await signer.sign(message, mail.date), ...message.fields];
    const content = Buffer.concat([Buffer.from(headerText(fields)), message.body]);
    const envelope = {
      from: from.address,
      to: message.recipient,
      needsSmtpUtf8: message.needsSmtpUtf8 || from.isInternational,
    };
    return pool.use({ isUrgent: mail.isUrgent, deadlineMs: sendTimeoutMs }, (connection) =>
      connection.deliver(envelope, content),
    );
  }

  return {
    name,
    concurrency,
    verify,

    async send(mail, returnPath) {
      try {
        const reply = await deliver(mail, returnPath);
        return { result: 'sent', provider: name, providerMessageId: idIn(reply) };
      } catch (error) {
        if (error instanceof UnsendableMailError) {
          return { result: error.result, status: error.status, detail: error.message, provider: name };
        }
        if (error instanceof UnsafeHeaderError) {
          return { result: 'message_rejected', detail: error.message, provider: name };
        }
        if (!(error instanceof SmtpError)) throw error;
        const classification = classify(error);
        // The server cannot have taken the mail before its content was sent.
        const isUnclear = error.command === 'DATA' && error.response === '';
        const answered = { provider: name, ...(isUnclear ? { isUnclear } : {}) };
        if (classification.result === 'unclear')
          return clarify({ detail: classification.detail, ...answered });
        return { ...classification, ...answered };
      }
    },

    close: async () => pool.close(),
  };
}

/** The id that common servers give a mail: `250 2.0.0 Ok: queued as 4XyZ`, and SES `250 Ok 0102…`. */
function idIn(reply: string): string | null {
  return (
    /\bqueued as ([\w-]{4,200})/i.exec(reply)?.[1] ?? /^250 Ok ([\w-]{20,200})$/i.exec(reply)?.[1] ?? null
  );
}
