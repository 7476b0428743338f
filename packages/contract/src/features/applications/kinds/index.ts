import { applicationConfirmation } from './application-confirmation.ts';
import { applicationJobClosed } from './application-job-closed.ts';
import { applicationJobHidden } from './application-job-hidden.ts';
import { applicationReceived } from './application-received.ts';
import { applicationStatusChanged } from './application-status-changed.ts';
import { offer } from './offer.ts';
import { rejection } from './rejection.ts';

export const kinds = {
  application_received: applicationReceived,
  application_confirmation: applicationConfirmation,
  application_status_changed: applicationStatusChanged,
  application_job_closed: applicationJobClosed,
  application_job_hidden: applicationJobHidden,
  offer,
  rejection,
} as const;
