import type { Feature } from '../../fold.ts';
import { operator } from './endpoints.ts';
import { errors } from './errors.ts';

export const deliveriesFeature = { endpoints: { operator }, errors } satisfies Feature;
