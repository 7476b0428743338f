import {
  type ApplicationStatus,
  kinds,
  type Notification,
  type ServerMessage,
  type ServerMessageOf,
} from '@rolecall/contract';

/** Writes a notification of a stream as the messages that a socket is sent for it. */
export function encodeNotification(notification: Notification, timestamp: string): readonly string[] {
  const message: ServerMessageOf<'notification'> = {
    ...notification,
    type: 'notification',
    notification_type: notification.kind,
    timestamp,
  };
  const typed = typedMessage(notification, timestamp);
  return typed === null ? [JSON.stringify(message)] : [JSON.stringify(message), JSON.stringify(typed)];
}

/**
 * The message by which clients that know only this one kind hear of a notification. It follows the `notification`
 * wherever that goes, live or caught up, and carries the same seq. Null for kinds that have none.
 */
function typedMessage(notification: Notification, timestamp: string): ServerMessage | null {
  const { kind, seq, message, data } = notification;
  switch (kind) {
    case 'application_received': {
      const { application_id, job_id, applicant_name } = kinds.application_received.payload.parse(data);
      return { type: kind, seq, message, application_id, job_id, applicant_name, timestamp };
    }
    case 'application_status_changed':
      return statusMessage(notification, kinds.application_status_changed.payload.parse(data), timestamp);
    // What these tell was told by the general kind before, and is by its message still.
    case 'interview_invitation':
      return statusMessage(notification, kinds.interview_invitation.payload.parse(data), timestamp);
    case 'offer':
      return statusMessage(notification, kinds.offer.payload.parse(data), timestamp);
    case 'rejection':
      return statusMessage(notification, kinds.rejection.payload.parse(data), timestamp);
    case 'match_score_calculated': {
      const { job_id, job_title, match_score } = kinds.match_score_calculated.payload.parse(data);
      return { type: kind, seq, message, job_id, job_title, match_score, timestamp };
    }
    default:
      return null;
  }
}

/** Null for what is no step of an application, such as an interview that is moved. */
function statusMessage(
  { seq, message }: Notification,
  payload: {
    readonly application_id: string;
    readonly job_title: string;
    readonly old_status?: ApplicationStatus | undefined;
    readonly new_status?: ApplicationStatus | undefined;
  },
  timestamp: string,
): ServerMessage | null {
  const { application_id, job_title, old_status, new_status } = payload;
  if (old_status === undefined || new_status === undefined) return null;
  const type = 'application_status_changed';
  return { type, seq, message, application_id, old_status, new_status, job_title, timestamp };
}
