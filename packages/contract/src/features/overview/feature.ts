import type { Feature } from '../../fold.ts';
import { operator } from './endpoints.ts';

export const overviewFeature = { endpoints: { operator } } satisfies Feature;
