import type { Feature } from '../../fold.ts';
import { kinds } from './kinds/index.ts';

export const careerFeature = { kinds } satisfies Feature;
