import { define } from '../../../core/kind.ts';
import { oneTimeLink } from './fields.ts';

export const passwordReset = define({
  payload: oneTimeLink,
  category: 'security',
  priority: 'urgent',
  defaultChannels: ['email'],
  mandatory: true,
  digestible: false,
  expiresAfterHours: 1,
  keptForDays: 30,
  image: 'security',
  actions: ({ token }) => [
    { id: 'reset_password', path: `/reset-password?token=${encodeURIComponent(token.toWellFormed())}` },
  ],
  label: 'Password reset',
  description: 'Carries the link to set a new password.',
});
