import type { Feature } from '../../fold.ts';
import { applications } from './endpoints.ts';

export const resumesFeature = { endpoints: { applications } } satisfies Feature;
