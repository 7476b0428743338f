import type { KindTexts } from '../../../../platform/kind-texts/index.ts';
import { interviewInvitation } from './interview-invitation.ts';
import { interviewReminder } from './interview-reminder.ts';

/** What is told of interviews, to both sides. */
export const interviewKinds: readonly KindTexts[] = [interviewInvitation, interviewReminder];
