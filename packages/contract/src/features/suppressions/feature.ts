import type { Feature } from '../../fold.ts';
import { suppressionAudit } from './audit.ts';
import { suppressions } from './endpoints.ts';
import { errors } from './errors.ts';

export const suppressionsFeature = {
  endpoints: { suppressions },
  errors,
  audit: suppressionAudit,
} satisfies Feature;
