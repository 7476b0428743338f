import type { ApplicationStatus, Kind, NotificationType, Role } from '@rolecall/contract';
import { z } from 'zod';
import type { Dialect } from '../../platform/realtime/index.ts';

/** What a client of the predecessors is told without having subscribed: every job seeker hears of new jobs. */
export const toldUnasked = (role: Role): readonly NotificationType[] =>
  role === 'job_seeker' ? ['job_posted'] : [];

/** What the predecessors call where an application stands. docs/predecessors.md has this table. */
const predecessorStatuses: Readonly<Record<ApplicationStatus, string>> = {
  submitted: 'pending',
  viewed: 'reviewing',
  shortlisted: 'shortlisted',
  interview: 'interview',
  offer: 'offered',
  hired: 'accepted',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
};
const statuses = new Map<string, string>(Object.entries(predecessorStatuses));

/** The tone of a kind, which the predecessors call its type; whatever is not here is `info`. */
const predecessorTones: ReadonlyMap<string, 'success' | 'warning' | 'error'> = new Map<
  Kind,
  'success' | 'warning' | 'error'
>([
  ['achievement', 'success'],
  ['application_confirmation', 'success'],
  ['interview_invitation', 'success'],
  ['offer', 'success'],
  ['automation_needs_attention', 'warning'],
  ['job_deadline_reminder', 'warning'],
  ['maintenance', 'warning'],
  ['security_alert', 'warning'],
  ['rejection', 'error'],
]);

/** What is wrong, in the words that programs of the predecessors look for. */
const faults = new Map([['invalid_json', 'Invalid JSON format']]);

const messageSchema = z.looseObject({ type: z.string() });
const notificationSchema = z.looseObject({
  id: z.string(),
  kind: z.string(),
  priority: z.string(),
  title: z.string(),
  message: z.string(),
  action: z.object({ label: z.string(), path: z.string() }).nullable(),
  data: z.record(z.string(), z.unknown()),
  created_at: z.string(),
  read_at: z.string().nullable(),
});
const statusSchema = z.looseObject({ old_status: z.string(), new_status: z.string() });
const jobSchema = z.looseObject({ location: z.string().nullable() });
const errorSchema = z.looseObject({ code: z.string(), message: z.string() });

/** A notification as the front end of the predecessors reads it, which they wrap into the message of that name. */
function wrapped(notification: z.infer<typeof notificationSchema>) {
  const { id, kind, title, message, priority, action, data, created_at, read_at } = notification;
  return {
    id,
    notification_type: kind,
    title,
    message,
    priority,
    is_read: read_at !== null,
    action_url: action?.path ?? null,
    action_label: action?.label ?? null,
    metadata: data,
    created_at,
  };
}

/** Only these are read at all: most frames are broadcasts and pongs, which are the same in both. */
const differing = ['notification', 'application_status_changed', 'job_posted', 'error'].map(
  (type) => `"type":"${type}"`,
);

function inTheirWords(message: z.infer<typeof messageSchema>): object {
  switch (message.type) {
    case 'notification': {
      const notification = notificationSchema.parse(message);
      const { kind, priority } = notification;
      return {
        ...notification,
        notification_type: predecessorTones.get(kind) ?? 'info',
        priority: priority === 'medium' ? 'normal' : priority,
        notification: wrapped(notification),
      };
    }
    case 'application_status_changed': {
      const { old_status, new_status, ...rest } = statusSchema.parse(message);
      const word = (status: string) => statuses.get(status) ?? status;
      return { ...rest, old_status: word(old_status), new_status: word(new_status) };
    }
    case 'job_posted': {
      const job = jobSchema.parse(message);
      return { ...job, location: job.location ?? '' };
    }
    case 'error': {
      const error = errorSchema.parse(message);
      return { ...error, message: faults.get(error.code) ?? error.message };
    }
    default:
      return message;
  }
}

/** The words of the predecessors, for sockets that do not ask for our subprotocol. Our fields stand beside theirs. */
export const predecessorDialect: Dialect = {
  translate: (text) =>
    differing.some((type) => text.includes(type))
      ? JSON.stringify(inTheirWords(messageSchema.parse(JSON.parse(text))))
      : text,
};
