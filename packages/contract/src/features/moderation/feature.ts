import type { Feature } from '../../fold.ts';
import { moderationAudit } from './audit.ts';
import { moderation } from './endpoints.ts';
import { errors } from './errors.ts';
import { kinds } from './kinds/index.ts';

export const moderationFeature = {
  endpoints: { moderation },
  kinds,
  errors,
  audit: moderationAudit,
} satisfies Feature;
