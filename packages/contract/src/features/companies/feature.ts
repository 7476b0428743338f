import type { Feature } from '../../fold.ts';
import { companyAudit } from './audit.ts';
import { companies } from './endpoints.ts';
import { errors } from './errors.ts';
import { kinds } from './kinds/index.ts';

export const companiesFeature = {
  endpoints: { companies },
  kinds,
  errors,
  audit: companyAudit,
} satisfies Feature;
