import type { Notification } from '@rolecall/contract';

/** A row of a list: one notification, or several that belong together. */
export interface InboxRow {
  /** Id of its newest notification. */
  readonly id: string;
  /** What several are, such as 'new jobs at Acme'; null for one, and for what is told of one application. */
  readonly label: string | null;
  /** The job of the application that all of it is about. */
  readonly about?: string | undefined;
  /** The newest first. */
  readonly notifications: readonly [Notification, ...Notification[]];
}

/** So many of a group become one row. */
const fewestGrouped = 3;
/** A thread folds later: its last steps, as an interview, are what somebody looks for. */
const fewestOfApplication = 4;

interface Run {
  readonly key: string | undefined;
  readonly notifications: [Notification, ...Notification[]];
}

/**
 * Puts what belongs together into one row. What is told of one application is one thread, at the place of its newest; of
 * all else those that follow each other and are of the same group, as the new jobs of a company.
 */
export function toRows(notifications: readonly Notification[]): InboxRow[] {
  const threads = threadsOf(notifications);
  const runs: Run[] = [];
  const begun = new Set<string>();
  for (const notification of notifications) {
    const thread = threadKey(notification);
    const members = thread === undefined ? undefined : threads.get(thread);
    if (thread !== undefined && members !== undefined) {
      if (!begun.has(thread)) runs.push({ key: thread, notifications: members });
      begun.add(thread);
      continue;
    }
    const key = notification.group?.key;
    const run = runs.at(-1);
    if (run !== undefined && key !== undefined && run.key === key) run.notifications.push(notification);
    else runs.push({ key, notifications: [notification] });
  }
  return runs.flatMap(({ key, notifications: own }): InboxRow[] => {
    if (own.length < fewestGrouped) {
      return own.map((one) => ({ id: one.id, label: null, notifications: [one] }));
    }
    const [newest] = own;
    const { job_title: job } = newest.data;
    const isThread = key !== undefined && threads.has(key) && typeof job === 'string';
    return isThread
      ? [{ id: newest.id, label: null, about: job, notifications: own }]
      : [{ id: newest.id, label: newest.group?.label ?? null, notifications: own }];
  });
}

const threadKey = ({ subjects }: Notification): string | undefined =>
  subjects.find((subject) => subject.startsWith('application:'));

/** Those of applications of which there is enough to tell, by their subject. */
function threadsOf(notifications: readonly Notification[]): Map<string, [Notification, ...Notification[]]> {
  const threads = new Map<string, [Notification, ...Notification[]]>();
  for (const notification of notifications) {
    const key = threadKey(notification);
    if (key === undefined || typeof notification.data['job_title'] !== 'string') continue;
    const known = threads.get(key);
    if (known === undefined) threads.set(key, [notification]);
    else known.push(notification);
  }
  return new Map([...threads].filter(([, members]) => members.length >= fewestOfApplication));
}
