import type { Feature } from '../../fold.ts';
import { predecessors } from './endpoints.ts';

export const predecessorsFeature = { endpoints: { predecessors } } satisfies Feature;
