import type { Feature } from '../../fold.ts';
import { operator } from './endpoints.ts';
import { errors } from './errors.ts';

export const sourcesFeature = { endpoints: { operator }, errors } satisfies Feature;
