import type { Feature } from '../../fold.ts';
import { me } from './account.endpoints.ts';
import { accountAudit } from './audit.ts';
import { auth } from './authentication.endpoints.ts';
import { errors } from './errors.ts';
import { kinds } from './kinds/index.ts';

export const accountsFeature = {
  endpoints: { auth, me },
  kinds,
  errors,
  audit: accountAudit,
} satisfies Feature;
