import { define } from '../../../core/kind.ts';
import { oneTimeLink } from './fields.ts';

export const emailVerification = define({
  payload: oneTimeLink,
  category: 'security',
  priority: 'urgent',
  defaultChannels: ['email'],
  mandatory: true,
  digestible: false,
  expiresAfterHours: 24,
  keptForDays: 30,
  image: 'security',
  actions: ({ token }) => [
    { id: 'verify_email', path: `/verify-email?token=${encodeURIComponent(token.toWellFormed())}` },
  ],
  label: 'E-mail verification',
  description: 'Asks a person to confirm an e-mail address.',
});
