import type { Category, Role } from '@rolecall/contract';

/** Categories that a person of a role can get something of. */
export const categoriesOfRole: Readonly<Record<Role, readonly Category[]>> = {
  job_seeker: [
    'jobs',
    'applications',
    'career',
    'messages',
    'digests',
    'announcements',
    'account',
    'services',
    'security',
  ],
  recruiter: [
    'recruiting',
    'applications',
    'messages',
    'digests',
    'announcements',
    'account',
    'services',
    'security',
  ],
  operator: ['digests', 'announcements', 'account', 'services', 'security'],
};
