import type { Match } from '@rolecall/contract';
import type { ReasonCode } from '../../messaging/routing/index.ts';

/** The kinds by which a match can be told. */
export type AlertKind = 'job_alert' | 'salary_alert' | 'skill_match';

/** A match as it is stored. */
export interface StoredMatch extends Match {
  readonly user_id: string;
  readonly cluster_id: string;
  readonly job_id: string;
}

/** A match with what tells most about it. */
export interface AlertedMatch extends StoredMatch {
  readonly alert: AlertKind;
}

/** How a window has ended: something of it was told, or nothing. */
export type WindowEnd = 'told' | 'empty';

/** Why a match was not told with its window. */
export type LeftOutReason =
  | Extract<
      ReasonCode,
      | 'account_disabled'
      | 'job_closed'
      | 'job_held'
      | 'job_hidden'
      | 'muted'
      | 'below_minimum'
      | 'no_longer_true'
    >
  /** By itself, when it was found. */
  | 'told_at_once'
  /** The person has heard of the vacancy before. */
  | 'told_before';

/** A match with the run of a source that has brought its job; null: it was posted by hand. */
export interface BroughtMatch extends AlertedMatch {
  readonly run: string | null;
}

/** A match with the window that it waits in. */
export interface CollectedMatch extends BroughtMatch {
  readonly window_id: string;
  readonly left_out: LeftOutReason | null;
}

/** A match that the person has heard of by a saved search. */
export interface UntoldMatch extends StoredMatch {
  readonly window_id: null;
  readonly alert: null;
  readonly left_out: LeftOutReason;
}
