import type { KindTexts } from '../../../../platform/kind-texts/index.ts';
import { followUp } from './follow-up.ts';
import { jobDeadlineReminder } from './job-deadline-reminder.ts';
import { profileReminder } from './profile-reminder.ts';

/** What a person is reminded of, but for interviews. */
export const reminderKinds: readonly KindTexts[] = [jobDeadlineReminder, followUp, profileReminder];
