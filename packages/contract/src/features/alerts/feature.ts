import type { Feature } from '../../fold.ts';
import { alerts } from './endpoints.ts';
import { errors } from './errors.ts';
import { kinds } from './kinds/index.ts';

export const alertsFeature = { endpoints: { alerts }, kinds, errors } satisfies Feature;
