import type { BounceClass, Kind, Locale, MailEventType } from '@rolecall/contract';
import type { Fixed } from '../../../platform/db/index.ts';

/** What has happened to mails, as it was reported. */
interface MailEventTable {
  id: Fixed<string>;
  delivery_id: Fixed<string | null>;
  user_id: Fixed<string | null>;
  type: Fixed<MailEventType>;
  provider: Fixed<string>;
  provider_event_id: Fixed<string | null>;
  kind: Fixed<Kind | null>;
  locale: Fixed<Locale | null>;
  template_version: Fixed<number | null>;
  domain: Fixed<string>;
  status: Fixed<string | null>;
  bounce: Fixed<BounceClass | null>;
  is_machine: Fixed<boolean>;
  url: Fixed<string | null>;
  detail: Fixed<string | null>;
  sent_at: Fixed<Date | null>;
  at: Fixed<Date>;
  recorded_at: Fixed<Date>;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    mail_events: MailEventTable;
  }
}
