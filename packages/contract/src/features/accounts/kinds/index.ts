import { accountNotice } from './account-notice.ts';
import { emailVerification } from './email-verification.ts';
import { passwordReset } from './password-reset.ts';
import { securityAlert } from './security-alert.ts';
import { welcome } from './welcome.ts';

export const kinds = {
  welcome,
  email_verification: emailVerification,
  password_reset: passwordReset,
  account_notice: accountNotice,
  security_alert: securityAlert,
} as const;
