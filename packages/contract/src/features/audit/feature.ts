import type { Feature } from '../../fold.ts';
import { audit } from './endpoints.ts';

export const auditFeature = { endpoints: { audit } } satisfies Feature;
