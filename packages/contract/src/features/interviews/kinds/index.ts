import { interviewInvitation } from './interview-invitation.ts';
import { interviewReminder } from './interview-reminder.ts';

export const kinds = {
  interview_invitation: interviewInvitation,
  interview_reminder: interviewReminder,
} as const;
