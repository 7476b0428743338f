import type { Feature } from '../../fold.ts';
import { instance } from './endpoints.ts';

export const instanceFeature = { endpoints: { instance } } satisfies Feature;
