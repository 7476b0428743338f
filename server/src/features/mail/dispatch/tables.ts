import type { Fixed, Generated, Json } from '../../../platform/db/index.ts';

/** The last report of a process that sends mails. */
interface MailSenderTable {
  process_id: Fixed<string>;
  host: string;
  reported_at: Date;
  report: Json<unknown>;
}

/** What the operator wants of a provider. */
interface MailProviderControlTable {
  provider: Fixed<string>;
  is_paused: Generated<boolean>;
  close_requested_at: Date | null;
  changed_at: Date;
}

/** A mail that was given to a provider which has not confirmed it. */
interface MailUnclearSendTable {
  message_id: Fixed<string>;
  provider: string;
  at: Date;
}

/** How many mails of a new domain have gone out on a day. */
interface MailWarmUpDayTable {
  domain: Fixed<string>;
  date: Fixed<string>;
  taken: number;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    mail_senders: MailSenderTable;
    mail_provider_controls: MailProviderControlTable;
    mail_unclear_sends: MailUnclearSendTable;
    mail_warm_up_days: MailWarmUpDayTable;
  }
}
