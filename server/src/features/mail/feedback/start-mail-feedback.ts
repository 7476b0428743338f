import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import type { InstanceSecret } from '../../../platform/secret/index.ts';
import { createReturnPaths } from '../message/index.ts';
import { startImapReader } from './inbound/imap-reader.ts';
import { createInboundMail, type InboundMail, type InboundMailDependencies } from './inbound/inbound-mail.ts';
import { startInboundSmtp } from './inbound/smtp-listener.ts';
import type { FeedbackSettings } from './settings.ts';

/** Receives bounces and other mails about mails until it is closed. */
export interface MailFeedback {
  close(): Promise<void>;
}

export interface MailFeedbackDependencies
  extends Pick<
    InboundMailDependencies,
    'mailEvents' | 'recipients' | 'unsubscribe' | 'workers' | 'setAside'
  > {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Of the instance; return paths are signed with it. */
  readonly secret: InstanceSecret;
  readonly settings: Pick<FeedbackSettings, 'inboundSmtp' | 'bounceImapUrl'>;
  /** Domain of which we receive the mail; undefined: none. */
  readonly bounceDomain: string | undefined;
}

/** Starts what is configured: an SMTP server for bounces, a reader of a mailbox, both or neither. */
export async function startMailFeedback(dependencies: MailFeedbackDependencies): Promise<MailFeedback> {
  const { logger, settings } = dependencies;
  const { inboundSmtp, bounceImapUrl } = settings;
  const inboundMail = openInboundMail(dependencies);
  if (inboundMail === null) return { close: async () => {} };
  const listener = inboundSmtp === null ? null : await startInboundSmtp(inboundSmtp, { inboundMail, logger });
  if (listener !== null) logger.info({ port: listener.port }, 'takes bounces');
  const reader = bounceImapUrl === undefined ? null : startImapReader(bounceImapUrl, { inboundMail, logger });
  let isClosed = false;
  const retrying = inboundMail
    .retryHard(() => isClosed)
    .catch((error: unknown) => logger.warn({ err: error }, 'mails that were too hard were not tried again'));
  return {
    close: async () => {
      isClosed = true;
      await Promise.all([listener?.close(), reader?.close(), retrying]);
    },
  };
}

function openInboundMail({ secret, bounceDomain, ...rest }: MailFeedbackDependencies): InboundMail | null {
  if (bounceDomain === undefined) return null;
  return createInboundMail({
    ...rest,
    bounceDomain,
    returnPaths: createReturnPaths({ secret, domain: bounceDomain }),
  });
}
