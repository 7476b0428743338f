import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { idSchema } from '../../../core/primitives.ts';

/** What may become of a company. */
export const companyDecisions = [
  'verified',
  'name_waits',
  'name_confirmed',
  'withdrawn',
  'refused',
  'hidden',
  'shown',
  'silenced',
  'held',
  'released',
  'rule_lifted',
  'record_missing',
  'lapsed',
] as const;
export type CompanyDecision = (typeof companyDecisions)[number];

export const companyDecision = define({
  payload: z.object({
    company_id: idSchema,
    company_name: z.string(),
    decision: z.enum(companyDecisions),
    /** In the words of whoever has decided; empty: none was given. */
    reason: z.string().max(1_000),
  }),
  category: 'account',
  priority: 'medium',
  digestible: false,
  expiresAfterHours: null,
  keptForDays: 365,
  image: 'attention',
  actions: () => [{ id: 'open_company', path: '/company' }],
  label: 'Decision about a company',
  description: 'Tells a recruiter what was decided about the company.',
});
