import type { Plan, Step } from './plan.ts';

/** What the test tells the driver to do. A step is repeated by the next process when one was killed during it. */
export type Command =
  | { readonly do: 'prepare'; readonly plan: Plan }
  /** `match`: only what comes in is read and matched, and nothing is sent. */
  | { readonly do: 'step' | 'match'; readonly people: Plan['people']; readonly step: Step }
  | { readonly do: 'report' };

/** Places in a step at which the driver says where it is, so that it can be killed there. */
export type Stage = 'import' | 'match' | 'tell' | 'act' | 'close' | 'mail';

export type Reply =
  | { readonly is: 'ready' | 'done' }
  | { readonly is: 'at'; readonly stage: Stage }
  | { readonly is: 'failed'; readonly error: string }
  | { readonly is: 'report'; readonly report: Report };

/** All that is in the database in the end. */
export interface Report {
  readonly notifications: readonly {
    readonly id: string;
    readonly user_id: string;
    readonly kind: string;
    /** As the plan calls it; null for a digest. */
    readonly key: string | null;
    readonly seq: number | null;
    readonly withheld: string | null;
    readonly delivery_id: string | null;
    readonly status: string | null;
    readonly reason: string | null;
    readonly digest_id: string | null;
    readonly finished_at: string | null;
  }[];
  readonly digests: readonly {
    readonly id: string;
    readonly user_id: string;
    readonly frequency: string;
    readonly status: string;
    readonly finished_at: string | null;
    readonly notification_id: string | null;
    readonly entries: readonly string[] | null;
    readonly more: number | null;
  }[];
  readonly matches: readonly {
    readonly user_id: string;
    readonly key: string;
    readonly score: number;
    readonly deadline_at: string | null;
    readonly job_id: string;
    readonly company_id: string;
    readonly company_name: string;
    /** Of the job among those that were published at the same time; null: it is closed by now. */
    readonly place: number | null;
    readonly matched_at: string;
  }[];
}

/** A mail that the driver has sent, as it writes it down before it says so to the program. */
export interface Mail {
  readonly messageId: string;
  readonly deliveryId: string;
  readonly at: string;
}
