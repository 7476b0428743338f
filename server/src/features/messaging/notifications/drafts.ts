import {
  type DeliveryChannel,
  type Kind,
  type KindPayload,
  kinds,
  type Priority,
  priorityOf,
} from '@rolecall/contract';

/** What to tell one person. */
export interface NotificationInput<K extends Kind> {
  readonly userId: string;
  readonly payload: KindPayload<K>;
  /** A person gets at most one notification with a given key, however often it is asked for. */
  readonly dedupeKey?: string | undefined;
  /** What it is about, for example `job:<id>`. */
  readonly subject?: string | undefined;
  /** Of the channels beyond the inbox only these; all that its kind takes when left out. */
  readonly onlyBy?: readonly DeliveryChannel[] | undefined;
  /** Who has done what it tells of. To this person it does not ring: it is in the inbox as read, and travels no further. */
  readonly causedBy?: string | null | undefined;
}

/** What to tell one person, of any kind. */
export type AnyNotification = { [K in Kind]: NotificationInput<K> & { readonly kind: K } }[Kind];

/** A notification that has been asked for, checked. */
export interface Draft {
  readonly kind: Kind;
  readonly userId: string;
  /** Validated. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly priority: Priority;
  readonly dedupeKey: string | undefined;
  readonly subject: string | undefined;
  readonly onlyBy: readonly DeliveryChannel[] | undefined;
  /** It tells its person of an own action. */
  readonly isOwn: boolean;
}

/** Many are told the same: a payload that is one object is checked once, and stays one. */
export function toDrafts(kind: Kind, items: readonly NotificationInput<Kind>[]): Draft[] {
  const checked = new Map<unknown, Draft['payload']>();
  return items.map((item) => {
    const payload = checked.get(item.payload) ?? kinds[kind].payload.parse(item.payload);
    checked.set(item.payload, payload);
    return toDraft(kind, item, payload);
  });
}

/** @param payload as the kind's schema gives it */
export function toDraft(
  kind: Kind,
  { userId, dedupeKey, subject, onlyBy, causedBy }: Omit<NotificationInput<Kind>, 'payload'>,
  payload: Draft['payload'],
): Draft {
  const isOwn = causedBy === userId && !kinds[kind].mandatory;
  return { kind, userId, payload, priority: priorityOf(kind, payload), dedupeKey, subject, onlyBy, isOwn };
}

/** Of several with the same key for the same person the first counts. */
export function withoutRepeats(drafts: readonly Draft[]): Draft[] {
  const seen = new Set<string>();
  return drafts.filter(({ userId, dedupeKey }) => {
    if (dedupeKey === undefined) return true;
    const key = `${userId} ${dedupeKey}`;
    const first = !seen.has(key);
    seen.add(key);
    return first;
  });
}
