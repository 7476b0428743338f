import type { Feature } from '../../fold.ts';
import { preferences } from './endpoints.ts';
import { errors } from './errors.ts';
import { kinds } from './kinds/index.ts';

export const preferencesFeature = { endpoints: { preferences }, kinds, errors } satisfies Feature;
