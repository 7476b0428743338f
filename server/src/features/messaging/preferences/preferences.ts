import {
  type Category,
  type CategoryPreference,
  type Channel,
  categories,
  channels,
  type Kind,
  kindNames,
  kinds,
  type NotificationSettings,
  notificationSettingsSchema,
  type PreferencesUpdate,
  type Preferences as PreferencesView,
  type Role,
} from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { findMuted, findSettings, lockSettings, saveSettings } from './preferences.store.ts';

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
   * Changes what is named; the rest stays as it is.
   * @throws {ApplicationError} `invalid_request` for a switch that the person does not have or that is mandatory
   */
  update(tx: Tx, person: Person, change: PreferencesUpdate): Promise<PreferencesView>;
  /** Switches off a category that came by this channel, as an unsubscribe link does. Doing it twice is fine. */
  switchOff(tx: Tx, userId: string, category: Category, channel: Channel): Promise<void>;
  /** The decisions of many people in two queries. */
  settingsOf(tx: Tx, userIds: readonly string[]): Promise<SettingsOfPeople>;
}

export interface Person {
  readonly userId: string;
  readonly role: Role;
}

/** What else preferences show and change: it belongs to the profile, which identity keeps. */
export interface ProfileSettings {
  read(tx: Tx, userId: string): Promise<{ readonly minimum_match_score: number; readonly time_zone: string }>;
  update(tx: Tx, userId: string, changes: { readonly minimum_match_score: number }): Promise<unknown>;
}

export interface PreferencesDependencies {
  readonly clock: Clock;
  readonly profiles: ProfileSettings;
  /** What waits to be sent to the person is to be decided about again. */
  readonly settingsChanged: (tx: Tx, userId: string) => Promise<void>;
}

/** Categories that a person of a role can get something of. */
const categoriesOfRole: Readonly<Record<Role, readonly Category[]>> = {
  job_seeker: [
    'jobs',
    'applications',
    'career',
    'messages',
    'digests',
    'announcements',
    'account',
    'services',
    'security',
  ],
  recruiter: [
    'recruiting',
    'applications',
    'messages',
    'digests',
    'announcements',
    'account',
    'services',
    'security',
  ],
  operator: ['digests', 'announcements', 'account', 'services', 'security'],
};

const defaults: NotificationSettings = notificationSettingsSchema.parse({});

export function createPreferences({
  clock,
  profiles,
  settingsChanged,
}: PreferencesDependencies): Preferences {
  async function view(tx: Tx, person: Person, settings: NotificationSettings): Promise<PreferencesView> {
    const { categories: _, ...shared } = settings;
    const { minimum_match_score, time_zone } = await profiles.read(tx, person.userId);
    return {
      ...shared,
      categories: categoriesOf(person.role).map((category) => toCategory(category, settings)),
      minimum_match_score,
      time_zone,
    };
  }

  async function read(tx: Tx, person: Person): Promise<PreferencesView> {
    const [row] = await findSettings(tx, [person.userId]);
    return view(tx, person, toSettings(row?.settings));
  }

  async function change(
    tx: Tx,
    userId: string,
    apply: (settings: NotificationSettings) => NotificationSettings,
  ): Promise<NotificationSettings> {
    const now = clock.now();
    const settings = apply(toSettings(await lockSettings(tx, userId, now)));
    await saveSettings(tx, userId, settings, now);
    await settingsChanged(tx, userId);
    return settings;
  }

  return {
    read,

    async update(tx, person, update) {
      const faults = (update.categories ?? []).flatMap((wanted, index) =>
        faultsOf(person.role, wanted, index),
      );
      if (faults.length > 0) throw new ApplicationError('invalid_request', { fields: faults });
      const { minimum_match_score: score } = update;
      if (score !== undefined) await profiles.update(tx, person.userId, { minimum_match_score: score });
      const settings = await change(tx, person.userId, (current) => withChange(current, update));
      return view(tx, person, settings);
    },

    async switchOff(tx, userId, category, channel) {
      if (isMandatory(category)) return;
      await change(tx, userId, (current) =>
        withChange(current, { categories: [{ category, channels: { [channel]: false } }] }),
      );
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

function toSettings(stored: unknown): NotificationSettings {
  return notificationSettingsSchema.parse(stored ?? {});
}

function withChange(current: NotificationSettings, change: PreferencesUpdate): NotificationSettings {
  const { categories: changed = [], minimum_match_score: _, digest, ...rest } = change;
  const merged = { ...current.categories };
  for (const { category, frequency, channels: switches } of changed) {
    const known = merged[category] ?? { channels: {}, frequency: 'immediate' };
    merged[category] = {
      channels: { ...known.channels, ...switches },
      frequency: frequency ?? known.frequency,
    };
  }
  return notificationSettingsSchema.parse({
    ...current,
    ...rest,
    digest: { ...current.digest, ...digest },
    categories: merged,
  });
}

function categoriesOf(role: Role): Category[] {
  return categories.filter((category) => categoriesOfRole[role].includes(category));
}

function toCategory(category: Category, settings: NotificationSettings): CategoryPreference {
  const mandatory = isMandatory(category);
  const choice = settings.categories[category];
  return {
    category,
    frequency: mandatory ? 'immediate' : (choice?.frequency ?? 'immediate'),
    mandatory,
    channels: channels
      .filter((channel) => isDefault(category, channel))
      .map((channel) => ({
        channel,
        enabled: isMandatory(category) || (choice?.channels[channel] ?? true),
        mandatory: isMandatory(category),
      })),
    summary: '',
  };
}

function faultsOf(
  role: Role,
  { category, frequency, channels: switches }: NonNullable<PreferencesUpdate['categories']>[number],
  index: number,
): { path: string; message: string }[] {
  const path = `categories.${index}`;
  if (!categoriesOfRole[role].includes(category)) return [{ path, message: 'is not a category of yours' }];
  const faults: { path: string; message: string }[] = [];
  if (frequency !== undefined && frequency !== 'immediate' && isMandatory(category)) {
    faults.push({ path: `${path}.frequency`, message: 'can not wait' });
  }
  for (const channel of channels) {
    const enabled = switches?.[channel];
    if (enabled === undefined) continue;
    if (!isDefault(category, channel)) {
      faults.push({ path: `${path}.channels.${channel}`, message: 'does not come by this channel' });
    } else if (!enabled && isMandatory(category)) {
      faults.push({ path: `${path}.channels.${channel}`, message: 'can not be switched off' });
    }
  }
  return faults;
}

function kindsOf(category: Category): Kind[] {
  return kindNames.filter((kind) => kinds[kind].category === category);
}

function isDefault(category: Category, channel: Channel): boolean {
  return kindsOf(category).some((kind) => kinds[kind].defaultChannels.includes(channel));
}

function isMandatory(category: Category): boolean {
  return kindsOf(category).every((kind) => kinds[kind].mandatory);
}
