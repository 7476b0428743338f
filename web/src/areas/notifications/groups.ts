import type { Notification } from '@rolecall/contract';

/** A row of a list: one notification, or several of the same group that follow each other. */
export interface InboxRow {
  /** Id of its newest notification. */
  readonly id: string;
  /** What several are, such as 'new jobs at Acme'; null for one. */
  readonly label: string | null;
  /** The newest first. */
  readonly notifications: readonly [Notification, ...Notification[]];
}

/** So many of a group become one row. */
const fewestGrouped = 3;

/** Puts what follows each other and belongs together into one row. */
export function toRows(notifications: readonly Notification[]): InboxRow[] {
  const runs: [Notification, ...Notification[]][] = [];
  for (const notification of notifications) {
    const run = runs.at(-1);
    const key = notification.group?.key;
    if (run !== undefined && key !== undefined && run[0].group?.key === key) run.push(notification);
    else runs.push([notification]);
  }
  return runs.flatMap((run): InboxRow[] =>
    run.length >= fewestGrouped
      ? [{ id: run[0].id, label: run[0].group?.label ?? null, notifications: run }]
      : run.map((one) => ({ id: one.id, label: null, notifications: [one] })),
  );
}
