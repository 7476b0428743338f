import type { Feature } from '../../fold.ts';
import { auth } from './endpoints.ts';
import { errors } from './errors.ts';

export const addressesFeature = { endpoints: { auth }, errors } satisfies Feature;
