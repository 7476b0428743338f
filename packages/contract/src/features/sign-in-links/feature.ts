import type { Feature } from '../../fold.ts';
import { signInLinkAudit } from './audit.ts';
import { signInLinks } from './endpoints.ts';

export const signInLinksFeature = { endpoints: { signInLinks }, audit: signInLinkAudit } satisfies Feature;
