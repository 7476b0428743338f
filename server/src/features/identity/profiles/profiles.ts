import { emptyProfile, type Locale, type Profile, type ProfileUpdate } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { createTransactionEvent, type TransactionEvent } from '../../../platform/events/index.ts';
import {
  deleteProfile,
  insertProfile,
  patchProfile,
  type SeekerProfile,
  selectProfile,
  selectSeekers,
} from './profiles.store.ts';

/** A page of job seekers in the order of their ids. */
export interface SeekerPage {
  /** The page starts behind this person; with the first one when left out. */
  readonly after?: string | undefined;
  /** At most 10,000. */
  readonly limit: number;
}

export interface Profiles {
  /** A person's profile has changed. Listeners of upper features come first, since they lock reminders before inboxes. */
  readonly changed: TransactionEvent<string>;

  /** Gives a new account its profile. Every account has one, of whatever role. */
  create(tx: Tx, userId: string, settings: { timeZone: string; locale: Locale }): Promise<void>;

  /** @throws {ApplicationError} `not_found` */
  read(tx: Tx, userId: string): Promise<Profile>;

  /**
   * Writes the fields that are given and leaves the others as they are, so that two people who change different
   * fields at once both succeed.
   * @returns the whole profile
   * @throws {ApplicationError} `not_found`
   */
  update(tx: Tx, userId: string, changes: ProfileUpdate): Promise<Profile>;

  /** Takes away the profile of an account that is being deleted: without one nobody is matched or told anything. */
  remove(tx: Tx, userId: string): Promise<void>;

  /** The profiles of job seekers, all that matching needs. A page shorter than its limit is the last one. */
  listSeekers(tx: Tx, page: SeekerPage): Promise<SeekerProfile[]>;
}

const largestSeekerPage = 10_000;

export function createProfiles({ clock }: { readonly clock: Clock }): Profiles {
  const changed = createTransactionEvent<string>('last_added_first');

  return {
    changed,
    read: readProfile,

    async create(tx, userId, { timeZone, locale }) {
      await insertProfile(tx, userId, { ...emptyProfile, time_zone: timeZone, locale }, clock.now());
    },

    async update(tx, userId, changes) {
      if (Object.values(changes).every((value) => value === undefined)) return readProfile(tx, userId);
      const isKnown = await patchProfile(tx, userId, changes, clock.now());
      if (!isKnown) throw new ApplicationError('not_found');
      await changed.emit(tx, userId);
      return readProfile(tx, userId);
    },

    remove: deleteProfile,

    async listSeekers(tx, { after, limit }) {
      if (limit < 1 || limit > largestSeekerPage) throw new RangeError(`not a page size: ${limit}`);
      return selectSeekers(tx, after, limit);
    },
  };
}

/** @throws {ApplicationError} `not_found` */
export async function readProfile(tx: Tx, userId: string): Promise<Profile> {
  const profile = await selectProfile(tx, userId);
  if (profile === undefined) throw new ApplicationError('not_found');
  return profile;
}
