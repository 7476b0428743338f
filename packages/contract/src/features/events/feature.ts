import type { Feature } from '../../fold.ts';
import { events } from './endpoints.ts';
import { kinds } from './kinds/index.ts';

export const eventsFeature = { endpoints: { events }, kinds } satisfies Feature;
