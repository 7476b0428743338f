import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { openProfile } from '../../profiles/targets.ts';

export const skillGap = define({
  payload: z.object({
    skill: z.string(),
    /** Fitting jobs of the last weeks that ask for it. */
    jobs: z.int().min(1),
  }),
  category: 'career',
  priority: 'low',
  defaultChannels: ['inbox', 'email'],
  expiresAfterHours: 24 * 30,
  keptForDays: 90,
  image: 'skill',
  actions: () => [openProfile],
  label: 'Skill gap',
  description: 'Names a skill that many fitting jobs ask for and the profile does not have.',
});
