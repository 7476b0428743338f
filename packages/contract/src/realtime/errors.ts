import { describeError, type ErrorDescriptions } from '../core/errors.ts';

/** Errors of the socket. */
export const realtimeErrors = {
  unknown_message_type: describeError(
    400,
    'after_change',
    'This type of socket message is unknown',
    'The socket takes ping, subscribe, unsubscribe, resume, refresh, ack and mark_read.',
  ),
  unknown_notification_type: describeError(
    400,
    'after_change',
    'This notification type is unknown',
    'A subscription names a type that does not exist; the list in force has not changed.',
  ),
} as const satisfies ErrorDescriptions;
