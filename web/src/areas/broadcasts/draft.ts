import {
  type Broadcast,
  type BroadcastInput,
  type BroadcastKind,
  type BroadcastText,
  broadcastContentSchema,
  broadcastInputSchema,
  broadcastTextSchema,
  type Locale,
  locales,
  type Role,
  type SegmentFilters,
} from '@rolecall/contract';
import { dateIn, instantOf, wallTimeIn } from '../../lib/zoned-date.ts';

/** A text as its fields hold it. */
export interface TextDraft {
  readonly title: string;
  readonly message: string;
  /** Of the button; with neither label nor path there is none. */
  readonly label: string;
  readonly path: string;
}

/** An audience as its fields hold it: what is empty is no condition. */
export interface AudienceDraft {
  readonly to: 'everybody' | 'role' | 'segment';
  readonly role: Role;
  readonly roles: readonly Role[];
  readonly skills: readonly string[];
  readonly wanted_titles: readonly string[];
  readonly places: readonly string[];
  readonly remote: readonly NonNullable<SegmentFilters['remote']>[number][];
  readonly locales: readonly Locale[];
  readonly time_zones: readonly string[];
  readonly email: 'any' | 'verified' | 'unverified';
  /** Days, as `2026-05-31`. */
  readonly signed_up_from: string;
  readonly signed_up_before: string;
  readonly active_since: string;
  readonly inactive_since: string;
}

/** A broadcast as the editor holds it. */
export interface BroadcastDraft {
  readonly kind: BroadcastKind;
  /** English is always there. */
  readonly texts: Readonly<Partial<Record<Locale, TextDraft>>> & { readonly en: TextDraft };
  /** Local times, as `2026-05-31T09:00`. */
  readonly starts: string;
  readonly ends: string;
  readonly audience: AudienceDraft;
}

export const emptyText: TextDraft = { title: '', message: '', label: '', path: '' };

/** The texts with another one for a language; undefined: without it. English stays. */
export function withText(
  texts: BroadcastDraft['texts'],
  locale: Locale,
  text: TextDraft | undefined,
): BroadcastDraft['texts'] {
  if (text !== undefined) return { ...texts, [locale]: text };
  return { ...Object.fromEntries(Object.entries(texts).filter(([name]) => name !== locale)), en: texts.en };
}

const emptyAudience: AudienceDraft = {
  to: 'everybody',
  role: 'job_seeker',
  roles: [],
  skills: [],
  wanted_titles: [],
  places: [],
  remote: [],
  locales: [],
  time_zones: [],
  email: 'any',
  signed_up_from: '',
  signed_up_before: '',
  active_since: '',
  inactive_since: '',
};

export const emptyDraft: BroadcastDraft = {
  kind: 'feature_announcement',
  texts: { en: emptyText },
  starts: '',
  ends: '',
  audience: emptyAudience,
};

export type BroadcastMessage = Omit<BroadcastInput, 'audience'>;

/** What is wrong, by the path of the field: `content.de.title`. */
export type Faults = Readonly<Record<string, string>>;

/** Reads the fields. Days and times are those of the zone. */
export function readDraft(
  draft: BroadcastDraft,
  timeZone: string,
):
  | { readonly input: BroadcastInput; readonly faults: null }
  | { readonly input: null; readonly faults: Faults } {
  const parsed = broadcastInputSchema.safeParse({
    ...messageOf(draft, timeZone),
    audience: audienceOf(draft.audience, timeZone),
  });
  if (parsed.success) return { input: parsed.data, faults: null };
  return { input: null, faults: faultsOf(parsed.error.issues) };
}

/** What it says, as far as it can be shown: a language that is not complete is left out. Null: English is not. */
export function readMessage(draft: BroadcastDraft, timeZone: string): BroadcastMessage | null {
  const { content, ...message } = messageOf(draft, timeZone);
  const complete = Object.entries(content).filter(([, text]) => broadcastTextSchema.safeParse(text).success);
  const parsed = broadcastContentSchema.safeParse(Object.fromEntries(complete));
  return parsed.success ? { ...message, content: parsed.data } : null;
}

function messageOf(draft: BroadcastDraft, timeZone: string) {
  const isMaintenance = draft.kind === 'maintenance';
  return {
    kind: draft.kind,
    content: contentOf(draft),
    starts_at: isMaintenance ? momentOf(draft.starts, timeZone) : null,
    ends_at: isMaintenance ? momentOf(draft.ends, timeZone) : null,
  };
}

function faultsOf(issues: readonly { readonly path: PropertyKey[]; readonly message: string }[]): Faults {
  // Of several faults of a field the first one is told.
  return Object.fromEntries(issues.toReversed().map(({ path, message }) => [path.join('.'), message]));
}

const momentOf = (local: string, timeZone: string) => (local === '' ? null : instantOf(local, timeZone));

function contentOf({ texts }: BroadcastDraft) {
  return Object.fromEntries(
    locales.flatMap((locale) => {
      const text = texts[locale];
      if (text === undefined) return [];
      const { title, message, label, path } = text;
      const action = label.trim() === '' && path.trim() === '' ? null : { label, path: path.trim() };
      return [[locale, { title, message, action }]];
    }),
  );
}

/** As the contract takes it; what it says is still to be checked. */
export function audienceOf(audience: AudienceDraft, timeZone: string) {
  if (audience.to === 'everybody') return { to: audience.to };
  if (audience.to === 'role') return { to: audience.to, role: audience.role };
  const { email } = audience;
  const list = <Item>(values: readonly Item[]) => (values.length === 0 ? undefined : values);
  const day = (date: string) => (date === '' ? undefined : instantOf(`${date}T00:00`, timeZone));
  const filters = {
    roles: list(audience.roles),
    skills: list(audience.skills),
    wanted_titles: list(audience.wanted_titles),
    places: list(audience.places),
    remote: list(audience.remote),
    locales: list(audience.locales),
    time_zones: list(audience.time_zones),
    email_verified: email === 'any' ? undefined : email === 'verified',
    signed_up_from: day(audience.signed_up_from),
    signed_up_before: day(audience.signed_up_before),
    active_since: day(audience.active_since),
    inactive_since: day(audience.inactive_since),
  };
  return { to: audience.to, filters };
}

/** The fields for a broadcast that there is. */
export function toDraft(broadcast: Broadcast, timeZone: string): BroadcastDraft {
  const { kind, content, starts_at, ends_at } = broadcast;
  const local = (instant: string | null) => (instant === null ? '' : wallTimeIn(instant, timeZone));
  const others = locales.flatMap((locale) => {
    const text = content[locale];
    return text === undefined ? [] : [[locale, toText(text)] as const];
  });
  return {
    kind,
    texts: { ...Object.fromEntries(others), en: toText(content.en) },
    starts: local(starts_at),
    ends: local(ends_at),
    audience: toAudienceDraft(broadcast.audience, timeZone),
  };
}

const toText = ({ title, message, action }: BroadcastText): TextDraft => ({
  title,
  message,
  label: action?.label ?? '',
  path: action?.path ?? '',
});

function toAudienceDraft(audience: Broadcast['audience'], timeZone: string): AudienceDraft {
  if (audience.to === 'everybody') return emptyAudience;
  if (audience.to === 'role') return { ...emptyAudience, to: 'role', role: audience.role };
  const { email_verified, ...filters } = audience.filters;
  const day = (instant: string | undefined) => (instant === undefined ? '' : dateIn(instant, timeZone));
  return {
    ...emptyAudience,
    to: 'segment',
    roles: filters.roles ?? [],
    skills: filters.skills ?? [],
    wanted_titles: filters.wanted_titles ?? [],
    places: filters.places ?? [],
    remote: filters.remote ?? [],
    locales: filters.locales ?? [],
    time_zones: filters.time_zones ?? [],
    email: email_verified === undefined ? 'any' : email_verified ? 'verified' : 'unverified',
    signed_up_from: day(filters.signed_up_from),
    signed_up_before: day(filters.signed_up_before),
    active_since: day(filters.active_since),
    inactive_since: day(filters.inactive_since),
  };
}
