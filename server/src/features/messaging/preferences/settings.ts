import {
  type CategoryChoice,
  type Channel,
  categories,
  channels,
  type Frequency,
  frequencies,
  isSetUpByPerson,
  type Kind,
  type KindChoice,
  type KindDefinition,
  type KindPreference,
  kinds,
  type NotificationSettings,
  notificationSettingsSchema,
  type PreferencesUpdate,
  type Preferences as PreferencesView,
  type Role,
  traitsOf,
  withSummaries,
} from '@rolecall/contract';
import { categoriesOfRole, kindsOfRole } from './roles.ts';

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
  const { categories: choices, kinds: kindChoices, snoozed_until, ...shared } = settings;
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
          live: traits.channels.includes('inbox') ? (choice?.live ?? true) : null,
          kinds: kindsOfRole(role, category).map((kind) => kindPreference(kind, kindChoices[kind])),
        };
      }),
    minimum_match_score,
    time_zone,
    locale,
  };
  return withSummaries(facts, now);
}

/** What is in force of one kind, beside what its category decides. */
function kindPreference(kind: Kind, choice: KindChoice | undefined): KindPreference {
  const { mandatory, defaultChannels }: KindDefinition = kinds[kind];
  return {
    kind,
    mandatory,
    live: defaultChannels.includes('inbox') ? mandatory || choice?.live !== false : null,
    channels: defaultChannels.map((channel) => ({
      channel,
      enabled: mandatory || choice?.channels[channel] !== false,
    })),
  };
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
  const {
    categories: changed = [],
    kinds: changedKinds = [],
    minimum_match_score: _,
    digest,
    caps,
    ...rest
  } = change;
  const merged = { ...current.categories };
  for (const { category, frequency, channels: switches, live } of changed) {
    const known = merged[category] ?? { channels: {}, frequency: 'immediate', live: true };
    merged[category] = {
      channels: { ...known.channels, ...switches },
      frequency: frequency ?? known.frequency,
      live: live ?? known.live,
    };
  }
  const mergedKinds = new Map(Object.entries(current.kinds));
  for (const { kind, channels: switches, live } of changedKinds) {
    const known = mergedKinds.get(kind) ?? { channels: {}, live: true };
    mergedKinds.set(kind, { channels: { ...known.channels, ...switches }, live: live ?? known.live });
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
    kinds: Object.fromEntries(mergedKinds),
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
  for (const [index, wanted] of (change.kinds ?? []).entries()) {
    faults.push(...faultsOfKind(role, wanted, `kinds.${index}`));
  }
  const { snoozed_until: snoozed } = change;
  if (snoozed && Date.parse(snoozed) > now.getTime() + longestSnoozeMs) {
    faults.push({ path: 'snoozed_until', message: 'must be at most a year ahead' });
  }
  return faults;
}

function faultsOfCategory(
  role: Role,
  { category, frequency, channels: switches, live }: NonNullable<PreferencesUpdate['categories']>[number],
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
  const fault = faultOfSwitch(traits, 'inbox', live);
  if (fault !== null) faults.push({ path: `${path}.live`, message: fault });
  return faults;
}

function faultsOfKind(
  role: Role,
  { kind, channels: switches, live }: NonNullable<PreferencesUpdate['kinds']>[number],
  path: string,
): Fault[] {
  const known = categoriesOfRole[role]
    .flatMap((category) => kindsOfRole(role, category))
    .find((one) => one === kind);
  if (known === undefined) return [{ path, message: 'is not a kind of yours' }];
  const { defaultChannels, mandatory }: KindDefinition = kinds[known];
  const traits = { channels: defaultChannels, mandatory };
  const faults: Fault[] = [];
  for (const channel of channels) {
    const fault = faultOfSwitch(traits, channel, switches?.[channel]);
    if (fault !== null) faults.push({ path: `${path}.channels.${channel}`, message: fault });
  }
  const fault = faultOfSwitch(traits, 'inbox', live);
  if (fault !== null) faults.push({ path: `${path}.live`, message: fault });
  return faults;
}

function faultOfSwitch(
  traits: Pick<ReturnType<typeof traitsOf>, 'channels' | 'mandatory'>,
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
