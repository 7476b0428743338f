import {
  type CategoryPreference,
  type Channel,
  type Kind,
  type KindPreference,
  type Preferences,
  type PreferencesUpdate,
  weekdays,
} from '@rolecall/contract';
import type {
  PredecessorPreferences,
  PredecessorPreferencesUpdate,
  PredecessorSettings,
  PredecessorSettingsUpdate,
} from '@rolecall/contract/predecessors';

type CategoryUpdate = NonNullable<PreferencesUpdate['categories']>[number];
type KindUpdate = NonNullable<PreferencesUpdate['kinds']>[number];

/** What quiet hours are shown as where there are none. */
const usualQuietHours = { from: '22:00', to: '07:00' } as const;

const categoryOf = ({ categories }: Preferences, name: CategoryPreference['category']) =>
  categories.find(({ category }) => category === name);

const comesBy = (
  choice: { readonly channels: CategoryPreference['channels'] | undefined } | undefined,
  channel: Channel,
): boolean => choice?.channels?.find((one) => one.channel === channel)?.enabled ?? false;

/** Some kinds of a category, which the predecessors switch by themselves. */
interface Group {
  readonly category: CategoryPreference['category'];
  readonly has: (kind: string) => boolean;
}

const interviewKinds: ReadonlySet<string> = new Set<Kind>(['interview_invitation', 'interview_reminder']);
const recommendationKinds: ReadonlySet<string> = new Set<Kind>(['job_recommendation']);
const groups = {
  alerts: { category: 'jobs', has: (kind) => !recommendationKinds.has(kind) },
  recommendations: { category: 'jobs', has: (kind) => recommendationKinds.has(kind) },
  updates: { category: 'applications', has: (kind) => !interviewKinds.has(kind) },
  interviews: { category: 'applications', has: (kind) => interviewKinds.has(kind) },
} satisfies Record<string, Group>;

/** How a group comes: by mail, or shown by open pages. */
type Way = 'email' | 'live';

const categoryComes = (category: CategoryPreference, way: Way): boolean =>
  way === 'live' ? (category.live ?? false) : category.frequency !== 'off' && comesBy(category, 'email');

/** Undefined where there is no choice. */
const kindComes = (kind: KindPreference, way: Way): boolean | undefined =>
  way === 'live'
    ? (kind.live ?? undefined)
    : kind.channels.find(({ channel }) => channel === 'email')?.enabled;

/** A group comes where its category does and any of its kinds. */
function comes(preferences: Preferences, { category: name, has }: Group, way: Way): boolean {
  const category = categoryOf(preferences, name);
  if (category === undefined || !categoryComes(category, way)) return false;
  return category.kinds.some((kind) => has(kind.kind) && kindComes(kind, way) === true);
}

function isCategoryMailed(preferences: Preferences, name: CategoryPreference['category']): boolean {
  const category = categoryOf(preferences, name);
  return category !== undefined && category.frequency !== 'off' && comesBy(category, 'email');
}

export function toPredecessorSettings(preferences: Preferences): PredecessorSettings {
  const frequency = categoryOf(preferences, 'jobs')?.frequency;
  return {
    email_enabled: preferences.categories.some(
      ({ category, mandatory }) => !mandatory && isCategoryMailed(preferences, category),
    ),
    digest_frequency: frequency === 'daily' || frequency === 'weekly' ? frequency : 'disabled',
    notify_new_matches: comesBy(categoryOf(preferences, 'jobs'), 'inbox'),
    notify_application_updates: comesBy(categoryOf(preferences, 'applications'), 'inbox'),
    min_match_score: preferences.minimum_match_score / 100,
  };
}

/** Only what differs is changed, so that what was read can be sent back. */
export function fromPredecessorSettings(
  preferences: Preferences,
  wanted: PredecessorSettingsUpdate,
): PreferencesUpdate {
  const now = toPredecessorSettings(preferences);
  const changes = new Changes(preferences);
  if (isNew(wanted.email_enabled, now.email_enabled)) {
    for (const { category, mandatory } of preferences.categories) {
      if (!mandatory) changes.way(category, 'email', wanted.email_enabled);
    }
  }
  if (isNew(wanted.digest_frequency, now.digest_frequency)) {
    const frequency = wanted.digest_frequency === 'disabled' ? 'immediate' : wanted.digest_frequency;
    changes.category('jobs', { frequency });
  }
  if (isNew(wanted.notify_new_matches, now.notify_new_matches))
    changes.way('jobs', 'inbox', wanted.notify_new_matches);
  if (isNew(wanted.notify_application_updates, now.notify_application_updates))
    changes.way('applications', 'inbox', wanted.notify_application_updates);
  const score = wanted.min_match_score;
  return {
    ...changes.update(),
    ...(score === undefined ? {} : { minimum_match_score: Math.round(score * 100) }),
  };
}

export function toPredecessorPreferences(preferences: Preferences): PredecessorPreferences {
  const frequency = categoryOf(preferences, 'jobs')?.frequency;
  const { quiet_hours } = preferences;
  return {
    email_job_alerts: comes(preferences, groups.alerts, 'email'),
    email_application_updates: comes(preferences, groups.updates, 'email'),
    email_interview_invitations: comes(preferences, groups.interviews, 'email'),
    email_job_recommendations: comes(preferences, groups.recommendations, 'email'),
    email_weekly_digest: frequency === 'weekly',
    realtime_job_alerts: categoryOf(preferences, 'jobs')?.live ?? false,
    realtime_application_updates: comes(preferences, groups.updates, 'live'),
    realtime_interview_invitations: comes(preferences, groups.interviews, 'live'),
    realtime_messages: categoryOf(preferences, 'messages')?.live ?? false,
    job_alert_frequency: frequency === 'daily' || frequency === 'weekly' ? frequency : 'immediate',
    quiet_hours_enabled: quiet_hours !== null,
    quiet_hours_start: quiet_hours?.from ?? usualQuietHours.from,
    quiet_hours_end: quiet_hours?.to ?? usualQuietHours.to,
  };
}

/** Only what differs is changed, so that what was read can be sent back. */
export function fromPredecessorPreferences(
  preferences: Preferences,
  wanted: PredecessorPreferencesUpdate,
): PreferencesUpdate {
  const now = toPredecessorPreferences(preferences);
  const changes = new Changes(preferences);
  const ways = [
    [groups.alerts, 'email', wanted.email_job_alerts, now.email_job_alerts],
    [groups.recommendations, 'email', wanted.email_job_recommendations, now.email_job_recommendations],
    [groups.updates, 'email', wanted.email_application_updates, now.email_application_updates],
    [groups.interviews, 'email', wanted.email_interview_invitations, now.email_interview_invitations],
    [groups.updates, 'live', wanted.realtime_application_updates, now.realtime_application_updates],
    [groups.interviews, 'live', wanted.realtime_interview_invitations, now.realtime_interview_invitations],
  ] as const;
  for (const [group, way, value, before] of ways) if (isNew(value, before)) changes.group(group, way, value);
  const live = [
    ['jobs', wanted.realtime_job_alerts, now.realtime_job_alerts],
    ['messages', wanted.realtime_messages, now.realtime_messages],
  ] as const;
  for (const [category, value, before] of live)
    if (isNew(value, before)) changes.category(category, { live: value });
  // How often alerts come says more than whether there is a weekly digest, so it goes before.
  if (isNew(wanted.job_alert_frequency, now.job_alert_frequency))
    changes.category('jobs', { frequency: wanted.job_alert_frequency });
  else if (isNew(wanted.email_weekly_digest, now.email_weekly_digest))
    changes.category('jobs', { frequency: wanted.email_weekly_digest ? 'weekly' : 'immediate' });
  return { ...changes.update(), ...quietHoursOf(preferences, now, wanted) };
}

function quietHoursOf(
  { quiet_hours }: Preferences,
  now: PredecessorPreferences,
  wanted: PredecessorPreferencesUpdate,
): Pick<PreferencesUpdate, 'quiet_hours'> {
  const then = {
    enabled: wanted.quiet_hours_enabled ?? now.quiet_hours_enabled,
    from: wanted.quiet_hours_start ?? now.quiet_hours_start,
    to: wanted.quiet_hours_end ?? now.quiet_hours_end,
  };
  if (!then.enabled) return now.quiet_hours_enabled ? { quiet_hours: null } : {};
  const isAsBefore =
    now.quiet_hours_enabled && then.from === now.quiet_hours_start && then.to === now.quiet_hours_end;
  if (isAsBefore) return {};
  return { quiet_hours: { days: [...(quiet_hours?.days ?? weekdays)], from: then.from, to: then.to } };
}

const isNew = <Value>(wanted: Value | undefined, before: Value): wanted is Value =>
  wanted !== undefined && wanted !== before;

/** Gathers changes by their category and kind, leaving out what the person has no choice about. */
class Changes {
  readonly #preferences: Preferences;
  readonly #categories = new Map<CategoryUpdate['category'], CategoryUpdate>();
  readonly #kinds = new Map<string, KindUpdate>();
  /** Categories that come again by this change, each with its way. */
  readonly #woken = new Set<string>();

  constructor(preferences: Preferences) {
    this.#preferences = preferences;
  }

  category(name: CategoryUpdate['category'], change: Omit<CategoryUpdate, 'category'>): void {
    if (categoryOf(this.#preferences, name) === undefined) return;
    this.#categories.set(name, { ...this.#categories.get(name), ...change, category: name });
  }

  /** Switched on again, what was off altogether comes at once. */
  way(name: CategoryUpdate['category'], channel: Channel, enabled: boolean): void {
    const category = categoryOf(this.#preferences, name);
    if (!category?.channels.some((one) => one.channel === channel && !one.mandatory)) return;
    const wakes = enabled && channel !== 'inbox' && category.frequency === 'off';
    this.category(name, { channels: { [channel]: enabled }, ...(wakes ? { frequency: 'immediate' } : {}) });
  }

  /** Switches the kinds of a group; what else is in a category that did not come stays away when the category comes. */
  group({ category: name, has }: Group, way: Way, comes: boolean): void {
    const category = categoryOf(this.#preferences, name);
    if (category === undefined) return;
    const wakes = comes && !categoryComes(category, way) && !this.#woken.has(`${name} ${way}`);
    if (wakes) {
      this.#woken.add(`${name} ${way}`);
      if (way === 'live') this.category(name, { live: true });
      else this.way(name, way, true);
    }
    for (const kind of category.kinds) {
      if (kind.mandatory || kindComes(kind, way) === undefined) continue;
      if (has(kind.kind)) this.#kind(kind.kind, way, comes);
      else if (wakes) this.#kind(kind.kind, way, false);
    }
  }

  #kind(name: string, way: Way, comes: boolean): void {
    const known = this.#kinds.get(name);
    this.#kinds.set(name, {
      ...known,
      kind: name,
      ...(way === 'live' ? { live: comes } : { channels: { ...known?.channels, email: comes } }),
    });
  }

  update(): PreferencesUpdate {
    return {
      ...(this.#categories.size > 0 ? { categories: [...this.#categories.values()] } : {}),
      ...(this.#kinds.size > 0 ? { kinds: [...this.#kinds.values()] } : {}),
    };
  }
}
