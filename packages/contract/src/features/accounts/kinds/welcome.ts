import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { roleSchema } from '../../../core/role.ts';
import { openProfile } from '../../profiles/targets.ts';

export const welcome = define({
  payload: z.object({ name: z.string(), role: roleSchema }),
  category: 'account',
  priority: 'low',
  defaultChannels: ['inbox', 'email'],
  digestible: false,
  expiresAfterHours: 24 * 30,
  keptForDays: 90,
  image: 'welcome',
  actions: ({ role }) => [role === 'recruiter' ? { id: 'post_job', path: '/company/jobs' } : openProfile],
  label: 'Welcome',
  description: 'Greets a new person and names the first steps.',
});
