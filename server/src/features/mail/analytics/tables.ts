import type { Fixed } from '../../../platform/db/index.ts';

interface MailCounterColumns {
  sent: number;
  /** Mails that bounced when they were sent, so that they are not in `sent`. */
  refused: number;
  delivered: number;
  deferred: number;
  bounced_hard: number;
  bounced_soft: number;
  bounced_blocked: number;
  bounced_content: number;
  complained: number;
  human_opens: number;
  machine_opens: number;
  human_clicks: number;
  machine_clicks: number;
  unsubscribed: number;
}

/** Mails by hour and by what they were; `''` and 0 where that is unknown or absent. */
interface MailCountTable extends MailCounterColumns {
  hour: Fixed<Date>;
  kind: Fixed<string>;
  locale: Fixed<string>;
  template_version: Fixed<number>;
  provider: Fixed<string>;
}

/** Mails by hour and by where they went. */
interface MailDomainCountTable extends MailCounterColumns {
  hour: Fixed<Date>;
  domain: Fixed<string>;
  provider: Fixed<string>;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    mail_counts: MailCountTable;
    mail_domain_counts: MailDomainCountTable;
  }
}
