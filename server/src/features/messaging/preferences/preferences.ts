import {
  type Category,
  type Channel,
  type NotificationSettings,
  type PreferencesUpdate,
  type Preferences as PreferencesView,
  type Role,
  traitsOf,
} from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { findMuted } from './mutes.store.ts';
import { findSettings, insertSettings, lockSettings, saveSettings } from './preferences.store.ts';
import { faultsOf, newcomerSettings, type ProfileFacts, toSettings, toView, withChange } from './settings.ts';

/** What routing asks of some people's decisions. Who has decided nothing has the defaults. */
export interface SettingsOfPeople {
  of(userId: string): NotificationSettings;
  /** Whether the person has muted one of these subjects. */
  hasMuted(userId: string, subjects: readonly string[]): boolean;
}

export interface Preferences {
  /** Everything that a person of this role can decide, with what is in force. */
  read(tx: Tx, person: Person): Promise<PreferencesView>;
  /**
   * Changes what is named; the rest stays as it is, and what waits to be sent is decided about anew.
   * @throws {ApplicationError} `invalid_request` for what the person cannot choose, with the path of each fault
   */
  update(tx: Tx, person: Person, change: PreferencesUpdate): Promise<PreferencesView>;
  /** Switches off a category that came by this channel, as an unsubscribe link does. Doing it twice is fine. */
  switchOff(tx: Tx, userId: string, category: Category, channel: Channel): Promise<void>;
  /** Gives a job seeker who has signed up what newcomers begin with. */
  accountCreated(tx: Tx, account: CreatedPerson): Promise<void>;
  /** Decides anew about what waits for a person whose profile has changed, for the time zone is part of it. */
  profileChanged(tx: Tx, userId: string): Promise<void>;
  /** The decisions of many people in two queries. */
  settingsOf(tx: Tx, userIds: readonly string[]): Promise<SettingsOfPeople>;
}

export interface Person {
  readonly userId: string;
  readonly role: Role;
}

/** Somebody whose account is new. */
export interface CreatedPerson {
  readonly id: string;
  readonly role: Role;
  /** False: somebody else has made the account. */
  readonly signedUp: boolean;
}

/** What else preferences show and change: it belongs to the profile, which identity keeps. */
export interface ProfileSettings {
  read(tx: Tx, userId: string): Promise<ProfileFacts>;
  update(tx: Tx, userId: string, changes: { readonly minimum_match_score: number }): Promise<unknown>;
}

/** Somebody whose settings, or whose time zone, are new. */
export interface ChangedSettings {
  readonly userId: string;
  readonly settings: NotificationSettings;
  readonly timeZone: string;
}

export interface PreferencesDependencies {
  readonly clock: Clock;
  readonly profiles: ProfileSettings;
  /** Which of the channels that people set up themselves this one has set up. */
  readonly channelsSetUp: (tx: Tx, userId: string) => Promise<ReadonlySet<Channel>>;
  /** Takes the inbox of a person until the transaction ends. */
  readonly lockInbox: (tx: Tx, userId: string) => Promise<void>;
  /** What waits to be sent to the person is to be decided about again. The inbox is locked. */
  readonly settingsChanged: (tx: Tx, changed: ChangedSettings) => Promise<void>;
}

const defaults = toSettings({});

/**
 * A change locks in this order: the profile where it is part of the change, the inbox, the settings, and then what
 * `settingsChanged` decides about: deliveries and digest windows. A change of a profile tells `profileChanged` under the
 * lock of the profile, so the profile comes first here too; and whoever closes windows or folds deliveries holds the
 * inbox before, so no two wait for each other.
 */
export function createPreferences(dependencies: PreferencesDependencies): Preferences {
  const { clock, profiles, lockInbox, settingsChanged } = dependencies;

  async function read(tx: Tx, { userId, role }: Person): Promise<PreferencesView> {
    const [row] = await findSettings(tx, [userId]);
    const isReached = await dependencies.channelsSetUp(tx, userId);
    const profile = await profiles.read(tx, userId);
    return toView(role, toSettings(row?.settings), profile, isReached, clock.now());
  }

  async function change(tx: Tx, userId: string, update: PreferencesUpdate): Promise<void> {
    const now = clock.now();
    await lockInbox(tx, userId);
    const settings = withChange(toSettings(await lockSettings(tx, userId, now)), update, now);
    await saveSettings(tx, userId, settings, now);
    const { time_zone: timeZone } = await profiles.read(tx, userId);
    await settingsChanged(tx, { userId, settings, timeZone });
  }

  return {
    read,

    async update(tx, person, update) {
      const faults = faultsOf(person.role, update, clock.now());
      if (faults.length > 0) throw new ApplicationError('invalid_request', { fields: faults });
      const { minimum_match_score: score, ...settings } = update;
      if (score !== undefined) await profiles.update(tx, person.userId, { minimum_match_score: score });
      if (Object.keys(settings).length > 0) await change(tx, person.userId, settings);
      return read(tx, person);
    },

    async switchOff(tx, userId, category, channel) {
      if (traitsOf(category).mandatory) return;
      await change(tx, userId, { categories: [{ category, channels: { [channel]: false } }] });
    },

    async accountCreated(tx, { id, role, signedUp }) {
      if (signedUp && role === 'job_seeker') await insertSettings(tx, id, newcomerSettings, clock.now());
    },

    async profileChanged(tx, userId) {
      await lockInbox(tx, userId);
      const [row] = await findSettings(tx, [userId]);
      const { time_zone: timeZone } = await profiles.read(tx, userId);
      await settingsChanged(tx, { userId, settings: toSettings(row?.settings), timeZone });
    },

    async settingsOf(tx, userIds) {
      const rows = await findSettings(tx, userIds);
      const settings = new Map(rows.map((row) => [row.user_id, toSettings(row.settings)]));
      const muted = new Set(
        (await findMuted(tx, userIds, clock.now())).map(({ user_id, subject }) => `${user_id} ${subject}`),
      );
      return {
        of: (userId) => settings.get(userId) ?? defaults,
        hasMuted: (userId, subjects) =>
          muted.size > 0 && subjects.some((subject) => muted.has(`${userId} ${subject}`)),
      };
    },
  };
}
