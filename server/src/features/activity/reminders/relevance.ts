import { kinds } from '@rolecall/contract';
import { checkOf, type KindCheck } from '../../messaging/deliveries/index.ts';
import type { Reminders } from './reminders.ts';

/** Keeps back reminders of what is not so any more. */
export function reminderChecks({ checks }: Pick<Reminders, 'checks'>): KindCheck[] {
  return [
    checkOf('job_deadline_reminder', kinds.job_deadline_reminder.payload, checks.job_deadline_reminder),
    checkOf('interview_reminder', kinds.interview_reminder.payload, checks.interview_reminder),
    checkOf('follow_up', kinds.follow_up.payload, checks.follow_up),
    checkOf('profile_reminder', kinds.profile_reminder.payload, checks.profile_reminder),
  ];
}
