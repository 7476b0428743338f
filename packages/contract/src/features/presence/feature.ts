import type { Feature } from '../../fold.ts';
import { operator } from './endpoints.ts';

export const presenceFeature = { endpoints: { operator } } satisfies Feature;
