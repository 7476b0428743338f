import { createPublicKey } from 'node:crypto';
import { z } from 'zod';
import {
  addressWithScheme,
  defineSettings,
  documentation,
  list,
  wholeNumber,
} from '../../../platform/config/index.ts';

/** What comes back of mails. */
export interface FeedbackSettings {
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
}

const off = 'none; the route answers 404';

/** ECDSA on P-256, as SendGrid signs. */
function isWebhookKey(value: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(value, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
  } catch {
    return false;
  }
}

export const feedbackSettings = defineSettings({
  variables: {
    ROLECALL_INBOUND_SMTP_PORT: wholeNumber(0, 65_535)
      .optional()
      .register(documentation, {
        description:
          'TCP port on which a mail server takes what comes back to `ROLECALL_BOUNCE_DOMAIN`, and nothing else. It needs ' +
          'that domain; 0 takes any free port.',
        defaultText: 'none; no mail is taken',
      }),
    ROLECALL_INBOUND_SMTP_HOST: z.string().optional().register(documentation, {
      description: 'Address or name of the interface that the mail server for bounces listens on.',
      defaultText: '`HOST`',
    }),
    ROLECALL_INBOUND_SMTP_MAX_BYTES: wholeNumber(10_240, 104_857_600)
      .default(10_485_760)
      .register(documentation, {
        description: 'Largest mail that the server for bounces takes. Only the first MiB of it is read.',
        unit: 'bytes',
      }),
    ROLECALL_INBOUND_SMTP_MAX_CONNECTIONS: wholeNumber(1, 1_000).default(50).register(documentation, {
      description: 'Connections to the mail server for bounces at the same time.',
      unit: 'connections',
    }),
    ROLECALL_INBOUND_SMTP_CERTIFICATE: z.string().optional().register(documentation, {
      description: 'Certificate chain (PEM) with which the mail server for bounces offers STARTTLS.',
      secret: true,
      defaultText: 'none; STARTTLS is not offered',
    }),
    ROLECALL_INBOUND_SMTP_KEY: z.string().optional().register(documentation, {
      description: 'Private key (PEM) of that certificate.',
      secret: true,
      defaultText: 'none',
    }),
    ROLECALL_BOUNCE_IMAP_URL: addressWithScheme(['imap', 'imaps'])
      .optional()
      .register(documentation, {
        description:
          'Mailbox that the mail of `ROLECALL_BOUNCE_DOMAIN` ends in, such as `imaps://user:password@mail.example.org/INBOX`. ' +
          'What is dealt with is marked as read. Set it for one process only.',
        secret: true,
        defaultText: 'none; no mailbox is looked into',
      }),
    ROLECALL_SENDGRID_WEBHOOK_KEY: z
      .string()
      .refine(isWebhookKey, 'must be the verification key of the event webhook, in base64')
      .optional()
      .register(documentation, {
        description: 'Verification key of the event webhook of SendGrid, for `/webhooks/email/sendgrid`.',
        defaultText: off,
      }),
    ROLECALL_SNS_TOPIC_ARNS: list(
      (item) => /^arn:aws[a-z-]*:sns:[a-z\d-]+:\d{12}:[\w-]{1,256}$/.test(item),
      'must be topics such as arn:aws:sns:eu-west-1:123456789012:mail',
    )
      .default([])
      .register(documentation, {
        description:
          'Topics of Amazon SNS that may tell of mails at `/webhooks/email/ses`, separated by commas. Subscriptions to them ' +
          'are confirmed.',
        defaultText: off,
      }),
    ROLECALL_POSTMARK_WEBHOOK_CREDENTIALS: z
      .string()
      .regex(/^[^:]{1,100}:.{16,200}$/, 'must be user:password, with a password of at least 16 characters')
      .optional()
      .register(documentation, {
        description: 'User and password (`user:password`) that Postmark sends to `/webhooks/email/postmark`.',
        secret: true,
        defaultText: off,
      }),
    ROLECALL_MAILGUN_WEBHOOK_KEY: z
      .string()
      .min(16, 'must have at least 16 characters')
      .optional()
      .register(documentation, {
        description: 'HTTP webhook signing key of Mailgun, for `/webhooks/email/mailgun`.',
        secret: true,
        defaultText: off,
      }),
    ROLECALL_RESEND_WEBHOOK_SECRET: z
      .string()
      .regex(/^whsec_[A-Za-z\d+/]{20,}=*$/, 'must begin with whsec_')
      .optional()
      .register(documentation, {
        description: 'Signing secret of the webhook of Resend, for `/webhooks/email/resend`.',
        secret: true,
        defaultText: off,
      }),
  },

  faults(given) {
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
  },

  read(values, { http }): FeedbackSettings {
    const port = values.ROLECALL_INBOUND_SMTP_PORT;
    const certificate = values.ROLECALL_INBOUND_SMTP_CERTIFICATE;
    const key = values.ROLECALL_INBOUND_SMTP_KEY;
    return {
      inboundSmtp:
        port === undefined
          ? null
          : {
              host: values.ROLECALL_INBOUND_SMTP_HOST ?? http.host,
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
    };
  },
});
