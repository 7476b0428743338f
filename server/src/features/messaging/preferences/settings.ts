import {
  type CategoryChoice,
  type Channel,
  categories,
  channels,
  type Frequency,
  frequencies,
  isSetUpByPerson,
  type NotificationSettings,
  notificationSettingsSchema,
  type PreferencesUpdate,
  type Preferences as PreferencesView,
  type Role,
  traitsOf,
  withSummaries,
} from '@rolecall/contract';
import { categoriesOfRole } from './roles.ts';

/** What preferences show of the profile, which identity keeps. */
export interface ProfileFacts extends Pick<PreferencesView, 'minimum_match_score' | 'time_zone' | 'locale'> {}

export interface Fault {
  readonly path: string;
  readonly message: string;
}

/** Who has never decided anything has the defaults. */
export function toSettings(stored: unknown): NotificationSettings {
  return notificationSettingsSchema.parse(stored ?? {});
}

/**
 * What job seekers begin with who sign up themselves: the inbox at once, what comes by itself once a day by all other
 * ways, and so many messages a day. Who was there before keeps what they had.
 */
export const newcomerSettings: NotificationSettings = toSettings({
  categories: { jobs: { frequency: 'daily' }, career: { frequency: 'daily' } },
  caps: { per_day: 10, channels: {} },
});

/** What is in force for a person of this role, with the sentences that tell of it. */
export function toView(
  role: Role,
  settings: NotificationSettings,
  { minimum_match_score, time_zone, locale }: ProfileFacts,
  channelsSetUp: ReadonlySet<Channel>,
  now: Date,
): PreferencesView {
  const isThere = (channel: Channel) => !isSetUpByPerson(channel) || channelsSetUp.has(channel);
  const { categories: choices, snoozed_until, ...shared } = settings;
  const facts = {
    ...shared,
    snoozed_until: stillAhead(snoozed_until, now),
    categories: categories
      .filter((category) => categoriesOfRole[role].includes(category))
      .map((category): CategoryChoice => {
        const traits = traitsOf(category);
        const choice = traits.mandatory ? undefined : choices[category];
        return {
          category,
          frequency: choice?.frequency ?? 'immediate',
          frequencies: frequenciesOf(category),
          mandatory: traits.mandatory,
          channels: traits.channels.map((channel) => ({
            channel,
            // What nobody has chosen is on as soon as there is a way to the person.
            enabled: choice?.channels[channel] ?? isThere(channel),
            mandatory: traits.mandatory,
          })),
        };
      }),
    minimum_match_score,
    time_zone,
    locale,
  };
  return withSummaries(facts, now);
}

/** A pause that is over is none. */
function stillAhead(snoozedUntil: string | null, now: Date): string | null {
  return snoozedUntil !== null && new Date(snoozedUntil) > now ? snoozedUntil : null;
}

/** The settings after a change; what the change does not name stays as it is. */
export function withChange(
  current: NotificationSettings,
  change: PreferencesUpdate,
  now: Date,
): NotificationSettings {
  const { categories: changed = [], minimum_match_score: _, digest, caps, ...rest } = change;
  const merged = { ...current.categories };
  for (const { category, frequency, channels: switches } of changed) {
    const known = merged[category] ?? { channels: {}, frequency: 'immediate' };
    merged[category] = {
      channels: { ...known.channels, ...switches },
      frequency: frequency ?? known.frequency,
    };
  }
  const settings = notificationSettingsSchema.parse({
    ...current,
    ...rest,
    caps: {
      per_day: caps?.per_day === undefined ? current.caps.per_day : caps.per_day,
      channels: { ...current.caps.channels, ...caps?.channels },
    },
    digest: { ...current.digest, ...digest },
    categories: merged,
  });
  return { ...settings, snoozed_until: stillAhead(settings.snoozed_until, now) };
}

/** Whoever pauses for longer should rather switch things off. */
const longestSnoozeMs = 366 * 24 * 3_600_000;

/** What a person of this role cannot change so, each fault by the path of its field. */
export function faultsOf(role: Role, change: PreferencesUpdate, now: Date): Fault[] {
  const faults = (change.categories ?? []).flatMap((wanted, index) =>
    faultsOfCategory(role, wanted, `categories.${index}`),
  );
  const { snoozed_until: snoozed } = change;
  if (snoozed && Date.parse(snoozed) > now.getTime() + longestSnoozeMs) {
    faults.push({ path: 'snoozed_until', message: 'must be at most a year ahead' });
  }
  return faults;
}

function faultsOfCategory(
  role: Role,
  { category, frequency, channels: switches }: NonNullable<PreferencesUpdate['categories']>[number],
  path: string,
): Fault[] {
  if (!categoriesOfRole[role].includes(category)) return [{ path, message: 'is not a category of yours' }];
  const traits = traitsOf(category);
  const faults: Fault[] = [];
  if (frequency !== undefined && !frequenciesOf(category).includes(frequency)) {
    const message = traits.mandatory ? 'cannot wait' : 'has nothing that could wait in a digest';
    faults.push({ path: `${path}.frequency`, message });
  }
  for (const channel of channels) {
    const fault = faultOfSwitch(traits, channel, switches?.[channel]);
    if (fault !== null) faults.push({ path: `${path}.channels.${channel}`, message: fault });
  }
  return faults;
}

function faultOfSwitch(
  traits: ReturnType<typeof traitsOf>,
  channel: Channel,
  enabled: boolean | undefined,
): string | null {
  if (enabled === undefined) return null;
  if (!traits.channels.includes(channel)) return 'does not come by this channel';
  return !enabled && traits.mandatory ? 'cannot be switched off' : null;
}

/** What can be chosen for a category. */
function frequenciesOf(category: CategoryChoice['category']): Frequency[] {
  const { mandatory, digestible } = traitsOf(category);
  if (mandatory) return ['immediate'];
  return frequencies.filter((one) => digestible || one === 'immediate' || one === 'off');
}
