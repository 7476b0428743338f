import type { Feature } from '../../fold.ts';
import { jobs } from './endpoints.ts';

export const searchFeature = { endpoints: { jobs } } satisfies Feature;
