import { type DigestEntry, type DigestPayload, digestPayloadSchema } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { findNotifications } from '../notifications/index.ts';
import type { Recipient } from '../recipients/index.ts';
import { periodStart } from '../routing/index.ts';
import { changesSince, type ToldJob, toldJobs } from './changes.ts';
import type { Composition } from './compose.ts';
import { type DigestRow, findPrevious } from './digests.store.ts';
import type { DigestFacts } from './facts.ts';
import type { CollectedPart } from './parts.ts';

/** A digest with what it is to tell. */
export interface DigestDraft {
  readonly window: DigestRow;
  readonly recipient: Recipient;
  readonly composition: Composition<CollectedPart>;
  /** How much it counts and does not name. */
  readonly more: number;
}

/** What a digest says beside its entries. */
export type DigestFrame = Pick<DigestPayload, 'from' | 'until' | 'activity' | 'changes'>;

/** The frames of digests that go out at this moment, in their order, with few queries whoever many they are. */
export async function frame(
  tx: Tx,
  drafts: readonly DigestDraft[],
  now: Date,
  facts: DigestFacts,
): Promise<DigestFrame[]> {
  const previous = await findPrevious(
    tx,
    drafts.map(({ window }) => window),
  );
  const sent = await findNotifications(
    tx,
    [...previous.values()].flatMap(({ notification_id: id }) => (id === null ? [] : [id])),
  );
  const periods = drafts.map(({ window, recipient }) => ({
    userId: recipient.user_id,
    role: recipient.role,
    from: periodStart(window.frequency, previous.get(window.id)?.ended_at ?? null, recipient.time_zone, now),
    until: now,
  }));
  const activity = await facts.activity(tx, periods);

  const told = drafts.map(({ window }) =>
    jobsOf(sent.get(previous.get(window.id)?.notification_id ?? '')?.payload),
  );
  const questions = drafts.flatMap(({ recipient }, index) =>
    (told[index] ?? []).map(({ job_id: jobId }) => ({ userId: recipient.user_id, jobId })),
  );
  const standings = questions.length === 0 ? [] : await facts.standings(tx, questions);

  let answered = 0;
  return drafts.map(({ composition }, index) => {
    const jobs = told[index] ?? [];
    const own = standings.slice(answered, answered + jobs.length);
    answered += jobs.length;
    const toldNow = new Set(toldJobs(composition.entries.map(toEntry)).map(({ job_id }) => job_id));
    return {
      from: (periods[index]?.from ?? now).toISOString(),
      until: now.toISOString(),
      activity: activity[index] ?? nothingHappened,
      changes: changesSince(jobs, own, toldNow, now),
    };
  });
}

const nothingHappened = { new_jobs: 0, new_matches: 0, applications: 0, application_changes: 0 };

/** @param payload of a digest as it is stored; one that does not fit any more tells of nothing */
function jobsOf(payload: unknown): ToldJob[] {
  const parsed = digestPayloadSchema.safeParse(payload);
  return parsed.success ? toldJobs(parsed.data.entries) : [];
}

export function toEntry({ whole, kind, payload }: CollectedPart): DigestEntry {
  return { notification_id: whole.notification_id, kind, payload: { ...payload } };
}
