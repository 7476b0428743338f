import type { Feature } from '../../fold.ts';
import { broadcasts } from './endpoints.ts';
import { errors } from './errors.ts';
import { kinds } from './kinds/index.ts';

export const broadcastsFeature = { endpoints: { broadcasts }, kinds, errors } satisfies Feature;
