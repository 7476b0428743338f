import { allowedTransitions } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { isFaultOfRow, type SetAside } from '../../../platform/set-aside/index.ts';
import { findProfiles } from '../../identity/profiles/index.ts';
import { lockAny } from './access.ts';
import type { LockedApplication } from './locked-application.ts';
import { type DuePosition, insertPending, movePending, selectDue } from './pending.store.ts';
import type { ApplicantSettings, ApplicationInterviews } from './ports.ts';
import { releaseMoment } from './release.ts';
import type { TakeStep } from './steps.ts';

export interface RejectionsDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly interviews: Pick<ApplicationInterviews, 'listInterviews'>;
  readonly preferences: ApplicantSettings;
  readonly takeStep: TakeStep;
  readonly setAside: SetAside;
}

/** Rejections from the decision to the moment at which the applicant is told. */
export interface Rejections {
  /**
   * Rejects a locked application: at once where the hour allows it, or else it is pending.
   * @throws {ApplicationError} `illegal_transition`
   */
  decide(tx: Tx, viewer: Viewer, application: LockedApplication, note: string): Promise<void>;
  /** Tells all that is due. @returns how many applicants were told */
  releaseDue(): Promise<number>;
}

const batch = 100;

/** From when on a rejection is told at its hour although the applicant's day has moved once more, in milliseconds. */
const longestWaitMs = 10 * 86_400_000;

export function createRejections(dependencies: RejectionsDependencies): Rejections {
  const { database, clock, interviews, preferences, takeStep, setAside } = dependencies;

  async function momentFor(tx: Tx, { id, user_id: userId }: LockedApplication, now: Date): Promise<Date> {
    const profile = (await findProfiles(tx, [userId])).get(userId);
    const settings = (await preferences.settingsOf(tx, [userId])).of(userId);
    const next = (await interviews.listInterviews(tx, id)).find(
      ({ status, starts_at }) => status !== 'cancelled' && new Date(starts_at) > now,
    );
    return releaseMoment({
      now,
      timeZone: profile?.time_zone ?? 'UTC',
      quietHours: settings.quiet_hours,
      nextInterview: next === undefined ? null : new Date(next.starts_at),
    });
  }

  /** @returns whether the applicant was told: somebody else may have been faster, or decided otherwise */
  async function release(tx: Tx, applicationId: string): Promise<boolean> {
    const now = clock.now();
    const application = await lockAny(tx, applicationId);
    const pending = application?.pending ?? null;
    if (application === undefined || pending === null || pending.release_at > now) return false;
    // Zone and quiet hours may be others than when it was decided.
    const moment = await momentFor(tx, application, now);
    if (moment > now && now.getTime() - pending.decided_at.getTime() < longestWaitMs) {
      await movePending(tx, applicationId, moment);
      return false;
    }
    const { decided_by: decidedBy, note } = pending;
    await takeStep(tx, decidedBy, application, { actor: 'recruiter', to: 'rejected', note });
    return true;
  }

  return {
    async decide(tx, viewer, application, note) {
      const { id, status: from, pending } = application;
      const allowed = allowedTransitions(from, 'recruiter');
      if (pending !== null || !allowed.includes('rejected')) {
        const extensions =
          pending === null
            ? { from, allowed }
            : { from: 'rejected', allowed: allowed.filter((status) => status !== 'rejected') };
        throw new ApplicationError('illegal_transition', { extensions });
      }
      const now = clock.now();
      const moment = await momentFor(tx, application, now);
      if (moment <= now) {
        await takeStep(tx, viewer.userId, application, { actor: 'recruiter', to: 'rejected', note });
        return;
      }
      const decided = { decided_by: viewer.userId, note, decided_at: now };
      await insertPending(tx, { application_id: id, ...decided, release_at: moment });
    },

    async releaseDue() {
      let told = 0;
      for (let after: DuePosition | null = null; ; ) {
        const due: DuePosition[] = await selectDue(database.query, clock.now(), after, batch);
        for (const { application_id } of due) {
          try {
            if (await database.transaction((tx) => release(tx, application_id))) told += 1;
          } catch (error) {
            if (!isFaultOfRow(error)) throw error;
            setAside('rejections', { application_id }, error);
          }
        }
        if (due.length < batch) return told;
        after = due.at(-1) ?? null;
      }
    },
  };
}
