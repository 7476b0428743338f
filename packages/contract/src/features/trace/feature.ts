import type { Feature } from '../../fold.ts';
import { trace } from './endpoints.ts';

export const traceFeature = { endpoints: { trace } } satisfies Feature;
