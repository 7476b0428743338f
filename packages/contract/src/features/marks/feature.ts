import type { Feature } from '../../fold.ts';
import { jobs } from './endpoints.ts';

export const marksFeature = { endpoints: { jobs } } satisfies Feature;
