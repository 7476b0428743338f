import type { AlertConditions, AlertFrequency } from '@rolecall/contract';
import type { Fixed, Json } from '../../../platform/db/index.ts';

/** Why a finding was not told. */
export type LeftOut =
  | 'other_alert'
  | 'told_before'
  | 'job_closed'
  | 'job_held'
  | 'job_hidden'
  | 'applied'
  | 'muted'
  | 'account_disabled'
  | 'alert_paused';

interface AlertTable {
  id: Fixed<string>;
  user_id: Fixed<string>;
  name: string;
  conditions: Json<AlertConditions>;
  frequency: AlertFrequency;
  /** `HH:MM` of the person's clock. */
  time: string;
  weekday: number;
  paused: boolean;
  created_at: Fixed<Date>;
  /** The index of each process reads what has changed since it looked last. */
  changed_at: Date;
  removed_at: Date | null;
  last_told_at: Date | null;
}

interface AlertWindowTable {
  id: Fixed<string>;
  user_id: Fixed<string>;
  /** What is told at the same time joins the same window. */
  slot: Fixed<string>;
  status: 'open' | 'told' | 'empty';
  opened_at: Fixed<Date>;
  closes_at: Date;
  /** An instant one also ends when these runs have. */
  runs: string[];
  closed_at: Date | null;
  told: number;
  notification_id: string | null;
}

interface AlertFindingTable {
  alert_id: Fixed<string>;
  user_id: Fixed<string>;
  cluster_id: string;
  job_id: string;
  found_at: Fixed<Date>;
  posted_at: Fixed<Date>;
  /** Null: it is told with none. */
  window_id: string | null;
  left_out: LeftOut | null;
  told_at: Date | null;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    alerts: AlertTable;
    alert_windows: AlertWindowTable;
    alert_findings: AlertFindingTable;
  }
}
