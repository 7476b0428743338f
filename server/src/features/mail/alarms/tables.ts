import type { MailAlarmLevel, MailAlarmMeasure } from '@rolecall/contract';
import type { Fixed, Generated } from '../../../platform/db/index.ts';

/** Counts for the alarm in slots of five minutes, by when they were recorded. */
interface MailPulseTable {
  slot: Fixed<Date>;
  provider: Fixed<string>;
  sent: number;
  refused: number;
  /** Hard only. */
  bounced: number;
  complained: number;
}

/** Rates above a limit now. */
interface MailAlarmTable {
  /** `''`: of all together. */
  provider: Fixed<string>;
  measure: Fixed<MailAlarmMeasure>;
  level: MailAlarmLevel;
  events: number;
  mails: number;
  window_minutes: number;
  since: Date;
}

/** One row: whether bulk mails are paused. */
interface MailBulkTable {
  only_one: Generated<boolean>;
  paused_at: Date | null;
  /** What was recorded before is not judged: an operator has resumed mails. */
  judged_from: Date | null;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    mail_pulse: MailPulseTable;
    mail_alarms: MailAlarmTable;
    mail_bulk: MailBulkTable;
  }
}
