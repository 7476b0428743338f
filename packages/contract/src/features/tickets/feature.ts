import type { Feature } from '../../fold.ts';
import { notifications } from './endpoints.ts';

export const ticketsFeature = { endpoints: { notifications } } satisfies Feature;
