import type { VariableValues } from './variables.ts';

/** What comes back of mails. */
export interface FeedbackConfig {
  /** Null: no mail is taken. */
  readonly inboundSmtp: {
    readonly host: string;
    readonly port: number;
    readonly maxBytes: number;
    readonly maxConnections: number;
    readonly tls: { readonly certificate: string; readonly key: string } | null;
  } | null;
  readonly bounceImapUrl: string | undefined;
  /** What providers sign their calls with; absent: the provider tells nothing. */
  readonly webhooks: {
    readonly sendGridKey: string | undefined;
    readonly snsTopicArns: readonly string[];
    readonly postmarkCredentials: string | undefined;
    readonly mailgunKey: string | undefined;
    readonly resendSecret: string | undefined;
  };
  /** Nobody signs up with a throwaway address. */
  readonly refuseDisposable: boolean;
}

/** @param host where a server listens unless told otherwise */
export function feedbackOf(values: VariableValues, host: string): FeedbackConfig {
  const port = values.ROLECALL_INBOUND_SMTP_PORT;
  const certificate = values.ROLECALL_INBOUND_SMTP_CERTIFICATE;
  const key = values.ROLECALL_INBOUND_SMTP_KEY;
  return {
    inboundSmtp:
      port === undefined
        ? null
        : {
            host: values.ROLECALL_INBOUND_SMTP_HOST ?? host,
            port,
            maxBytes: values.ROLECALL_INBOUND_SMTP_MAX_BYTES,
            maxConnections: values.ROLECALL_INBOUND_SMTP_MAX_CONNECTIONS,
            tls: certificate === undefined || key === undefined ? null : { certificate, key },
          },
    bounceImapUrl: values.ROLECALL_BOUNCE_IMAP_URL,
    webhooks: {
      sendGridKey: values.ROLECALL_SENDGRID_WEBHOOK_KEY,
      snsTopicArns: values.ROLECALL_SNS_TOPIC_ARNS,
      postmarkCredentials: values.ROLECALL_POSTMARK_WEBHOOK_CREDENTIALS,
      mailgunKey: values.ROLECALL_MAILGUN_WEBHOOK_KEY,
      resendSecret: values.ROLECALL_RESEND_WEBHOOK_SECRET,
    },
    refuseDisposable: values.ROLECALL_REFUSE_DISPOSABLE_ADDRESSES,
  };
}

/** What is only of use together. */
export function feedbackFaults(given: ReadonlyMap<string, unknown>): string[] {
  const faults: string[] = [];
  for (const name of ['ROLECALL_INBOUND_SMTP_PORT', 'ROLECALL_BOUNCE_IMAP_URL']) {
    if (given.has(name) && !given.has('ROLECALL_BOUNCE_DOMAIN'))
      faults.push(`${name}: needs ROLECALL_BOUNCE_DOMAIN, the domain that bounces go to`);
  }
  if (given.has('ROLECALL_INBOUND_SMTP_CERTIFICATE') !== given.has('ROLECALL_INBOUND_SMTP_KEY'))
    faults.push(
      'ROLECALL_INBOUND_SMTP_CERTIFICATE: needs ROLECALL_INBOUND_SMTP_KEY, and the other way round',
    );
  return faults;
}
