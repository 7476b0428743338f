import type { KindTexts } from '../../../../platform/kind-texts/index.ts';
import { achievement } from './achievement.ts';
import { applicationConfirmation } from './application-confirmation.ts';
import { applicationJobClosed } from './application-job-closed.ts';
import { applicationJobHidden } from './application-job-hidden.ts';
import { applicationReceived } from './application-received.ts';
import { applicationStatusChanged } from './application-status-changed.ts';
import { automationNeedsAttention } from './automation-needs-attention.ts';
import { offer } from './offer.ts';
import { rejection } from './rejection.ts';

/** What is told of applications, to both sides. */
export const applicationKinds: readonly KindTexts[] = [
  applicationReceived,
  applicationConfirmation,
  applicationStatusChanged,
  applicationJobClosed,
  applicationJobHidden,
  offer,
  rejection,
  automationNeedsAttention,
  achievement,
];
