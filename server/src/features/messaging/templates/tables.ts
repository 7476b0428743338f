import type { Kind, Locale, TemplateChannel, TemplateStatus } from '@rolecall/contract';
import type { Fixed, Json } from '../../../platform/db/index.ts';

/** A version of a text that operators have written; what is shipped is not in here. */
interface MessageTemplateTable {
  id: Fixed<string>;
  kind: Fixed<Kind>;
  channel: Fixed<TemplateChannel>;
  locale: Fixed<Locale>;
  version: Fixed<number>;
  status: TemplateStatus;
  /** Counts the saves of a draft. */
  revision: number;
  content: Json<unknown>;
  /** Of its MJML; null: it has none, or it does not compile. */
  compiled: Json<unknown> | null;
  note: string;
  created_by: string | null;
  created_at: Fixed<Date>;
  updated_at: Date;
  published_at: Date | null;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    message_templates: MessageTemplateTable;
  }
}
