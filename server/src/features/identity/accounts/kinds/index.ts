import type { KindTexts } from '../../../../platform/kind-texts/index.ts';
import { accountNotice } from './account-notice.ts';
import { emailVerification } from './email-verification.ts';
import { passwordReset } from './password-reset.ts';
import { securityAlert } from './security-alert.ts';
import { welcome } from './welcome.ts';

/** What is told of a person's account. */
export const accountKinds: readonly KindTexts[] = [
  welcome,
  emailVerification,
  passwordReset,
  securityAlert,
  accountNotice,
];
