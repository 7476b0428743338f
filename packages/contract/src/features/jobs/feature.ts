import type { Feature } from '../../fold.ts';
import { jobs } from './endpoints.ts';
import { errors } from './errors.ts';
import { kinds } from './kinds/index.ts';

export const jobsFeature = { endpoints: { jobs }, kinds, errors } satisfies Feature;
