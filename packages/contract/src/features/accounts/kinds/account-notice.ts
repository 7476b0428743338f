import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { timestampSchema } from '../../../core/primitives.ts';
import { roleSchema } from '../../../core/role.ts';

const accountChanges = [
  'disabled',
  'enabled',
  'role_changed',
  'signed_out',
  'second_factor_removed',
] as const;

export const accountNotice = define({
  payload: z.object({
    change: z.enum(accountChanges),
    at: timestampSchema,
    /** The role from now on; null: it is the same. */
    role: roleSchema.nullable(),
    /** Why, in the words of the operator; empty: none was given. */
    reason: z.string().max(500),
  }),
  category: 'security',
  priority: 'urgent',
  mandatory: true,
  reachesDisabled: true,
  digestible: false,
  expiresAfterHours: 24 * 7,
  keptForDays: 365,
  image: 'security',
  actions: ({ change }) =>
    change === 'disabled' ? [] : [{ id: 'review_security', path: '/settings/account' }],
  label: 'Account notice',
  description: 'Tells a person what an operator has done to the account.',
});
