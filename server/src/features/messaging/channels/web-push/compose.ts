import {
  type Kind,
  kinds,
  type PushAction,
  type PushMessage,
  priorityOf,
  subjectsOf,
  webPushMessages,
} from '@rolecall/contract';
import type { Recipient } from '../../recipients/index.ts';
import type { Texts } from '../../texts/index.ts';

/** A notification that is about to be pushed. */
export interface PushedNotification {
  readonly notificationId: string;
  readonly kind: Kind;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
  readonly recipient: Recipient;
}

/** What is known of the person's inbox at this moment. */
export interface InboxFacts {
  readonly unread: number;
  /** Notifications that have been dealt with elsewhere, and that a device may still show. */
  readonly closes: readonly string[];
}

/** Says notifications as devices show them. */
export interface PushComposer {
  compose(notification: PushedNotification, inbox: InboxFacts): PushMessage;
  /** What it is told apart by: of two with one tag a device shows the newer one. */
  tagOf(notification: Pick<PushedNotification, 'notificationId' | 'kind' | 'payload'>): string;
  /** What a test of one device says. */
  test(person: Pick<Recipient, 'user_id' | 'locale'>, testId: string, at: Date): PushMessage;
}

/** Of these a newer one about the same subject says all that an older one said, so it takes its place. */
const superseding: ReadonlySet<Kind> = new Set<Kind>([
  'application_status_changed',
  'interview_reminder',
  'job_deadline_reminder',
]);

/** By this name the web app learns which notification was opened, so that it is read. */
const openedParameter = 'opened_notification';

/** @param publicUrl origin that links start with, without a trailing slash */
export function createPushComposer(publicUrl: string, texts: Texts): PushComposer {
  const icon = `${publicUrl}/icons/icon-192.png`;

  function linkTo(path: string, notificationId: string): string {
    const url = new URL(path, publicUrl);
    url.searchParams.set(openedParameter, notificationId);
    return url.href;
  }

  function tagOf({
    notificationId,
    kind,
    payload,
  }: Pick<PushedNotification, 'notificationId' | 'kind' | 'payload'>): string {
    const subject = superseding.has(kind) ? subjectsOf(payload)[0] : undefined;
    return subject === undefined ? notificationId : `${kind}:${subject}`;
  }

  return {
    tagOf,

    compose({ notificationId, kind, payload, createdAt, recipient }, { unread, closes }) {
      const words = webPushMessages(recipient.locale);
      const { title, message } = texts.inbox(kind, payload, recipient);
      const buttons = texts.actions(kind, payload, recipient);
      const main = buttons.find(({ path }) => path !== null)?.path ?? '/notifications';
      const navigate = linkTo(main, notificationId);
      const canBeSaved = buttons.some(({ id }) => id === 'save_job');
      const jobId = payload['job_id'];
      const isInInbox = kinds[kind].defaultChannels.includes('inbox');
      const actions: PushAction[] = [
        ...(canBeSaved ? [{ action: 'save' as const, title: words.save(), navigate }] : []),
        ...(isInInbox
          ? [
              { action: 'read' as const, title: words.read(), navigate },
              { action: 'snooze' as const, title: words.snooze(), navigate },
            ]
          : []),
      ];
      return {
        web_push: 8030,
        app_badge: unread,
        notification: {
          title,
          body: message,
          lang: recipient.locale,
          tag: tagOf({ notificationId, kind, payload }),
          navigate,
          icon,
          timestamp: createdAt.getTime(),
          requireInteraction: priorityOf(kind, payload) === 'urgent',
          actions,
          data: {
            notification_id: notificationId,
            user_id: recipient.user_id,
            ...(canBeSaved && typeof jobId === 'string' ? { job_id: jobId } : {}),
            closes,
            failed: words.failed(),
            waiting: words.waiting(),
          },
        },
      };
    },

    test({ user_id, locale }, testId, at) {
      const words = webPushMessages(locale);
      return {
        web_push: 8030,
        notification: {
          title: words.test_title(),
          body: words.test_body(),
          lang: locale,
          tag: testId,
          navigate: `${publicUrl}/settings/notifications`,
          icon,
          timestamp: at.getTime(),
          requireInteraction: false,
          actions: [],
          data: {
            notification_id: testId,
            user_id,
            closes: [],
            failed: words.failed(),
            waiting: words.waiting(),
          },
        },
      };
    },
  };
}
