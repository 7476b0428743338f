import type { Feature } from '../../fold.ts';
import { pay } from './endpoints.ts';

export const payFeature = { endpoints: { pay } } satisfies Feature;
