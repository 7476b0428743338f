/**
 * What a device is pushed, as JSON. Browsers that know Declarative Web Push show it by themselves; everywhere else the
 * service worker of the web app does. It holds no schema, so that the worker stays small.
 */
export interface PushMessage {
  /** Marks a declarative message; it is the number of the protocol's RFC. */
  readonly web_push: 8030;
  /** Unread notifications of the person, for the badge of the app; absent: it stays as it is. */
  readonly app_badge?: number;
  readonly notification: {
    readonly title: string;
    readonly body: string;
    readonly lang: string;
    /** A notification with the tag of another one takes its place. */
    readonly tag: string;
    /** Where a click leads: an address of this instance. */
    readonly navigate: string;
    readonly icon: string;
    /** Milliseconds since 1970. */
    readonly timestamp: number;
    readonly requireInteraction: boolean;
    readonly actions: readonly PushAction[];
    readonly data: PushData;
  };
}

export interface PushAction {
  readonly action: PushActionName;
  readonly title: string;
  /** Where it leads if it cannot be done in the background. */
  readonly navigate: string;
}

/** `save` a job, `read` the notification, or `snooze` it for an hour. */
export const pushActionNames = ['save', 'read', 'snooze'] as const;
export type PushActionName = (typeof pushActionNames)[number];

export interface PushData {
  readonly notification_id: string;
  /** For whom it is: an action is not done for whoever else has signed in since. */
  readonly user_id: string;
  /** Job that `save` saves. */
  readonly job_id?: string;
  /** Notifications that have been dealt with elsewhere, to be closed here. */
  readonly closes: readonly string[];
  /** What to say when an action fails. */
  readonly failed: string;
  /** What to say when an action waits for a connection. */
  readonly waiting: string;
}
