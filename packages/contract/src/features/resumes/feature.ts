import type { Feature } from '../../fold.ts';
import { applications } from './endpoints.ts';
import { errors } from './errors.ts';

export const resumesFeature = { endpoints: { applications }, errors } satisfies Feature;
