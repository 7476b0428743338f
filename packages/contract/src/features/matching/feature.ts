import type { Feature } from '../../fold.ts';
import { jobs } from './endpoints.ts';
import { kinds } from './kinds/index.ts';

export const matchingFeature = { endpoints: { jobs }, kinds } satisfies Feature;
