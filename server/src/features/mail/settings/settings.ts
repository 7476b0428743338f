import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import {
  addressWithScheme,
  defineSettings,
  documentation,
  domainName,
  wholeNumber,
} from '../../../platform/config/index.ts';
import { type MailProviderConfig, parseMailProviders, singleMailServer } from './mail-providers.ts';

/** How this instance sends mail. */
export interface MailSettings {
  /** False only in production without a provider. */
  readonly enabled: boolean;
  /** The built-in mailbox takes the mail when no server is given, never in production. */
  readonly hasMailbox: boolean;
  /** In the order of failover; empty: none is configured. */
  readonly providers: readonly MailProviderConfig[];
  /** First day of the warm-up of the sender's domain, such as `2026-09-01`; undefined: it needs none. */
  readonly warmUpStart: string | undefined;
  readonly from: string;
  /** Domain of which we receive the mail; undefined: bounces go to the sender's address. */
  readonly bounceDomain: string | undefined;
  /** The domain that signs mails, and the key as PEM; null: we do not sign them. */
  readonly dkim: { readonly domain: string; readonly selector: string; readonly privateKey: string } | null;
  /** How long a mail waits for people who are online to read it in the inbox, in seconds; 0: not at all. */
  readonly onlineDelaySeconds: number;
}

/** Only all of them together make a signature. */
const dkimNames = ['ROLECALL_DKIM_DOMAIN', 'ROLECALL_DKIM_SELECTOR', 'ROLECALL_DKIM_PRIVATE_KEY'] as const;
/** In seconds. With the built-in mailbox mails do not wait, since people who try Rolecall out look into it at once. */
const usualOnlineDelay = 120;

/** RSA of at least the bits that RFC 8301, 3.2 asks for, or Ed25519. */
function isSigningKey(pem: string): boolean {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(pem);
    if (asymmetricKeyType === 'rsa') return (asymmetricKeyDetails?.modulusLength ?? 0) >= 2_048;
    return asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}

export const mailSettings = defineSettings({
  variables: {
    SMTP_URL: addressWithScheme(['smtp', 'smtps']).optional().register(documentation, {
      description:
        'The one mail server. In production no e-mail is sent without it or `ROLECALL_MAIL_PROVIDERS`.',
      secret: true,
      defaultText: 'none; outside of production mail lands in the built-in mailbox',
    }),
    ROLECALL_MAIL_PROVIDERS: z
      .string()
      .transform((value, context) => {
        const { providers, faults } = parseMailProviders(value);
        for (const message of faults) context.addIssue({ code: 'custom', message });
        return faults.length === 0 ? providers : z.NEVER;
      })
      .optional()
      .register(documentation, {
        description:
          'Instead of `SMTP_URL`: who takes the mails, in the order of failover, separated by spaces, such as ' +
          '`resend://KEY@ smtp://user:password@mail.example.org:587?rate=10`. The guide to e-mail providers has all ' +
          'of them.',
        secret: true,
        defaultText: 'none',
      }),
    ROLECALL_MAIL_WARM_UP_START: z.iso
      .date('must be a day such as 2026-09-01')
      .optional()
      .register(documentation, {
        description:
          'First day (UTC) on which the domain of `ROLECALL_MAIL_FROM` sends mail. For 30 days what is not urgent is ' +
          'held to a limit that grows from day to day.',
        defaultText: 'none; the domain is known already',
      }),
    ROLECALL_MAIL_FROM: z
      .string()
      .regex(/^(?:[^<>\r\n]{1,100} <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, {
        error: 'must look like jobs@example.org or Jobs <jobs@example.org>',
      })
      .default('Rolecall <rolecall@localhost>')
      .register(documentation, { description: 'Sender of every e-mail.' }),
    ROLECALL_BOUNCE_DOMAIN: domainName('bounces.example.org')
      .optional()
      .register(documentation, {
        description:
          'Domain that bounces go to: each mail gets a return path of its own there (VERP), so that a bounce names the ' +
          'delivery. Its MX record has to lead to where bounces are read.',
        defaultText: 'none; bounces go to the address of `ROLECALL_MAIL_FROM`',
      }),
    ROLECALL_DKIM_DOMAIN: domainName('example.org')
      .optional()
      .register(documentation, {
        description:
          'Domain that signs every mail that goes out by SMTP (DKIM, RFC 6376); it should be that of ROLECALL_MAIL_FROM. ' +
          'Set it with ROLECALL_DKIM_SELECTOR and ROLECALL_DKIM_PRIVATE_KEY, or none of them where the mail server signs.',
        defaultText: 'none; mails are not signed here',
      }),
    ROLECALL_DKIM_SELECTOR: z
      .string()
      .regex(/^[a-z\d](?:[a-z\d.-]{0,61}[a-z\d])?$/i, { error: 'must be a name such as rolecall2026' })
      .optional()
      .register(documentation, {
        description:
          'Name of the key: its public half stands in the DNS at `<selector>._domainkey.<ROLECALL_DKIM_DOMAIN>`.',
        defaultText: 'none',
      }),
    ROLECALL_DKIM_PRIVATE_KEY: z
      .string()
      .refine(isSigningKey, 'must be a private key as PEM: RSA with at least 2048 bits, or Ed25519')
      .optional()
      .register(documentation, {
        description:
          'Private key for DKIM as PEM: RSA with at least 2,048 bits (`openssl genrsa 2048`), or Ed25519 (RFC 8463), ' +
          'which large providers do not read yet.',
        secret: true,
        defaultText: 'none',
      }),
    ROLECALL_EMAIL_ONLINE_DELAY_SECONDS: wholeNumber(0, 3_600)
      .optional()
      .register(documentation, {
        description:
          'For how long people who are online may read a notification in the inbox before it is mailed to them; 0 mails ' +
          'it at once. What is urgent is never held back.',
        unit: 'seconds',
        defaultText: '`120`, with the built-in mailbox `0`',
      }),
  },

  faults(given) {
    const faults: string[] = [];
    if (given.has('SMTP_URL') && given.has('ROLECALL_MAIL_PROVIDERS')) {
      faults.push('ROLECALL_MAIL_PROVIDERS: set either SMTP_URL or ROLECALL_MAIL_PROVIDERS, not both');
    }
    const missing = dkimNames.filter((name) => !given.has(name));
    if (missing.length > 0 && missing.length < dkimNames.length) {
      faults.push(
        `${missing.join(', ')}: required for signing mails, since others of ROLECALL_DKIM_* are set`,
      );
    }
    return faults;
  },

  read(values, { environment }): MailSettings {
    const production = environment === 'production';
    const providers =
      values.SMTP_URL === undefined
        ? (values.ROLECALL_MAIL_PROVIDERS ?? [])
        : [singleMailServer(values.SMTP_URL)];
    const hasMailbox = !production && providers.length === 0;
    const [domain, selector, privateKey] = dkimNames.map((name) => values[name]);
    return {
      enabled: providers.length > 0 || !production,
      hasMailbox,
      providers,
      warmUpStart: values.ROLECALL_MAIL_WARM_UP_START,
      from: values.ROLECALL_MAIL_FROM,
      bounceDomain: values.ROLECALL_BOUNCE_DOMAIN,
      dkim:
        domain === undefined || selector === undefined || privateKey === undefined
          ? null
          : { domain, selector, privateKey },
      onlineDelaySeconds: values.ROLECALL_EMAIL_ONLINE_DELAY_SECONDS ?? (hasMailbox ? 0 : usualOnlineDelay),
    };
  },

  warnings: ({ enabled }) =>
    enabled
      ? []
      : [
          'E-mail is off: whoever signs up can never confirm the address, and so neither post a job nor apply for one. ' +
            'Production needs SMTP_URL or ROLECALL_MAIL_PROVIDERS.',
        ],
});
