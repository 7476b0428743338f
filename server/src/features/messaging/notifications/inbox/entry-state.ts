import type { ChangedNotification, InboxChangeName } from '@rolecall/contract';

/**
 * What a person has done with a notification. Seen, read, archived, snoozed and pinned are states of their own, with two
 * ties: what is read has been seen, and what is archived is not snoozed.
 */
export interface EntryState {
  readonly seen_at: Date | null;
  readonly read_at: Date | null;
  readonly archived_at: Date | null;
  readonly snoozed_until: Date | null;
  readonly pinned_at: Date | null;
  readonly deleted_at: Date | null;
}

const stateFields = [
  'seen_at',
  'read_at',
  'archived_at',
  'snoozed_until',
  'pinned_at',
  'deleted_at',
] as const satisfies readonly (keyof EntryState)[];

/** Something that a person does with a notification. */
export type Change =
  | { readonly name: Exclude<InboxChangeName, 'snooze'> }
  | { readonly name: 'snooze'; readonly until: Date };

/** The state after a change; the same one when it is as wanted already. */
export function applyChange(state: EntryState, change: Change, now: Date): EntryState {
  switch (change.name) {
    case 'read':
      return { ...state, read_at: state.read_at ?? now, seen_at: state.seen_at ?? now };
    case 'unread':
      return { ...state, read_at: null };
    case 'seen':
      return { ...state, seen_at: state.seen_at ?? now };
    case 'archive':
      return { ...state, archived_at: state.archived_at ?? now, snoozed_until: null };
    case 'unarchive':
      return { ...state, archived_at: null };
    case 'snooze':
      return { ...state, snoozed_until: change.until, archived_at: null };
    case 'unsnooze':
      return { ...state, snoozed_until: null };
    case 'pin':
      return { ...state, pinned_at: state.pinned_at ?? now };
    case 'unpin':
      return { ...state, pinned_at: null };
    case 'delete':
      return { ...state, deleted_at: now };
  }
}

/** The state with what a change has taken put back, as its answer told it. The two ties hold whatever was told. */
export function restoreState(state: EntryState, was: ChangedNotification['was']): EntryState {
  const told = Object.fromEntries(
    stateFields.flatMap((field) => {
      const value = was[field];
      return value === undefined ? [] : [[field, value === null ? null : new Date(value)]];
    }),
  );
  const restored: EntryState = { ...state, ...told };
  return {
    ...restored,
    seen_at: restored.seen_at ?? restored.read_at,
    snoozed_until: restored.archived_at === null ? restored.snoozed_until : null,
  };
}

/** The fields that differ, as they were before; null: none does. */
export function differenceOf(before: EntryState, after: EntryState): ChangedNotification['was'] | null {
  const changed = stateFields.filter((field) => before[field]?.getTime() !== after[field]?.getTime());
  if (changed.length === 0) return null;
  return Object.fromEntries(changed.map((field) => [field, before[field]?.toISOString() ?? null]));
}

/** What a notification counts for in its inbox. */
export interface Weight {
  readonly unread: number;
  readonly unseen: number;
}

/** What is archived, snoozed or deleted counts for nothing. */
export function weightOf({ archived_at, snoozed_until, deleted_at, ...state }: EntryState): Weight {
  const isInInbox = archived_at === null && snoozed_until === null && deleted_at === null;
  return {
    unread: isInInbox && state.read_at === null ? 1 : 0,
    unseen: isInInbox && state.seen_at === null ? 1 : 0,
  };
}
