import { type Preferences, type PreferencesUpdate, withSummaries } from '@rolecall/contract';

/** What the preferences will be after a change, with its sentences: shown while the server is told. */
export function withUpdate(preferences: Preferences, update: PreferencesUpdate, now: Date): Preferences {
  const { categories: changed = [], kinds: changedKinds = [], caps, digest } = update;
  const {
    quiet_hours = preferences.quiet_hours,
    snoozed_until = preferences.snoozed_until,
    escalate_after_minutes = preferences.escalate_after_minutes,
    email_tracking = preferences.email_tracking,
    minimum_match_score = preferences.minimum_match_score,
  } = update;
  const next = {
    ...preferences,
    quiet_hours,
    snoozed_until,
    escalate_after_minutes,
    email_tracking,
    minimum_match_score,
    caps: {
      per_day: caps?.per_day === undefined ? preferences.caps.per_day : caps.per_day,
      channels: { ...preferences.caps.channels, ...caps?.channels },
    },
    digest: {
      at: digest?.at ?? preferences.digest.at,
      weekday: digest?.weekday ?? preferences.digest.weekday,
      window: digest?.window ?? preferences.digest.window,
    },
    categories: preferences.categories.map((known) => {
      const change = changed.find(({ category }) => category === known.category);
      return {
        ...known,
        frequency: change?.frequency ?? known.frequency,
        live: change?.live ?? known.live,
        channels: known.channels.map((one) => ({
          ...one,
          enabled: change?.channels?.[one.channel] ?? one.enabled,
        })),
        kinds: known.kinds.map((kind) => {
          const own = changedKinds.find((one) => one.kind === kind.kind);
          return {
            ...kind,
            live: own?.live ?? kind.live,
            channels: kind.channels.map((one) => ({
              ...one,
              enabled: own?.channels?.[one.channel] ?? one.enabled,
            })),
          };
        }),
      };
    }),
  };
  return withSummaries(next, now);
}

/** The change that takes another one back. */
export function inverseOf(preferences: Preferences, update: PreferencesUpdate): PreferencesUpdate {
  const { categories = [], kinds = [], caps, digest, ...rest } = update;
  const { snoozed_until, quiet_hours, escalate_after_minutes, email_tracking, minimum_match_score } =
    preferences;
  return {
    ...(rest.snoozed_until === undefined ? {} : { snoozed_until }),
    ...(rest.quiet_hours === undefined ? {} : { quiet_hours }),
    ...(rest.escalate_after_minutes === undefined ? {} : { escalate_after_minutes }),
    ...(rest.email_tracking === undefined ? {} : { email_tracking }),
    ...(rest.minimum_match_score === undefined ? {} : { minimum_match_score }),
    ...(caps === undefined
      ? {}
      : { caps: { ...preferences.caps, channels: { email: null, ...preferences.caps.channels } } }),
    ...(digest === undefined ? {} : { digest: preferences.digest }),
    ...(categories.length === 0
      ? {}
      : {
          categories: preferences.categories
            .filter((known) => categories.some(({ category }) => category === known.category))
            .map(({ category, frequency, channels, live }) => ({
              category,
              frequency,
              channels: Object.fromEntries(channels.map(({ channel, enabled }) => [channel, enabled])),
              ...(live === null ? {} : { live }),
            })),
        }),
    ...(kinds.length === 0
      ? {}
      : {
          kinds: preferences.categories
            .flatMap((category) => category.kinds)
            .filter((known) => kinds.some(({ kind }) => kind === known.kind))
            .map(({ kind, channels, live }) => ({
              kind,
              channels: Object.fromEntries(channels.map(({ channel, enabled }) => [channel, enabled])),
              ...(live === null ? {} : { live }),
            })),
        }),
  };
}
