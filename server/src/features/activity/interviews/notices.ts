import type { InterviewEvent } from '@rolecall/contract';
import type { AnyNotification } from '../../messaging/notifications/index.ts';
import { type LockedApplication, ofInterview } from '../applications/index.ts';
import type { InterviewRow } from './interviews.store.ts';
import { toDetails } from './rows.ts';

/** Tells an applicant what has become of an interview that is no step of the application. */
export const toApplicant = (
  application: LockedApplication,
  interview: InterviewRow,
  event: InterviewEvent,
  note: string,
): AnyNotification => ofInterview(application, toDetails(interview), event, note);
