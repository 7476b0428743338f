/**
 * Parts of what a person has been told. `inbox` is neither archived nor snoozed, and `all` is its older name; `unread`,
 * `read` and `pinned` are those of it.
 */
export const inboxStates = ['inbox', 'all', 'unread', 'read', 'pinned', 'archived', 'snoozed'] as const;
export type InboxState = (typeof inboxStates)[number];
