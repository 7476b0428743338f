import type { Feature } from '../../fold.ts';
import { notifications } from './endpoints.ts';

export const inboxFeature = { endpoints: { notifications } } satisfies Feature;
