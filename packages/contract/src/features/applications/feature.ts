import type { Feature } from '../../fold.ts';
import { applications } from './endpoints.ts';
import { errors } from './errors.ts';
import { kinds } from './kinds/index.ts';

export const applicationsFeature = { endpoints: { applications }, kinds, errors } satisfies Feature;
