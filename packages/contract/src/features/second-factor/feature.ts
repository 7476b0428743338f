import type { Feature } from '../../fold.ts';
import { secondFactor } from './endpoints.ts';
import { errors } from './errors.ts';

export const secondFactorFeature = { endpoints: { secondFactor }, errors } satisfies Feature;
