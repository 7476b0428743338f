import type { Feature } from '../../fold.ts';
import { people } from './endpoints.ts';

export const peopleFeature = { endpoints: { people } } satisfies Feature;
