import type { Feature } from '../../fold.ts';
import { privacy } from './endpoints.ts';

export const privacyFeature = { endpoints: { privacy } } satisfies Feature;
