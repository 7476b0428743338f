import { type Category, type Kind, kindNames, kinds, type Role } from '@rolecall/contract';

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

/** Kinds of a category that not everybody gets who has the category. */
const rolesOfKind: Readonly<Partial<Record<Kind, readonly Role[]>>> = {
  application_confirmation: ['job_seeker'],
  application_job_closed: ['job_seeker'],
  application_job_hidden: ['job_seeker'],
  offer: ['job_seeker'],
  rejection: ['job_seeker'],
  automation_needs_attention: ['job_seeker'],
  interview_invitation: ['job_seeker'],
  follow_up: ['job_seeker'],
  company_decision: ['recruiter'],
};

/**
 * Kinds about which a person of a role can decide one by one. Not those of digests, which carry what was to wait in them:
 * how often a category comes decides about these.
 */
export function kindsOfRole(role: Role, category: Category): readonly Kind[] {
  if (category === 'digests') return [];
  return kindNames.filter(
    (kind) => kinds[kind].category === category && rolesOfKind[kind]?.includes(role) !== false,
  );
}
