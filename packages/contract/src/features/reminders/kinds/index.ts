import { followUp } from './follow-up.ts';
import { jobDeadlineReminder } from './job-deadline-reminder.ts';
import { profileReminder } from './profile-reminder.ts';

export const kinds = {
  job_deadline_reminder: jobDeadlineReminder,
  follow_up: followUp,
  profile_reminder: profileReminder,
} as const;
