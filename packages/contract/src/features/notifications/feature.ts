import type { Feature } from '../../fold.ts';
import { notifications } from './endpoints.ts';

export const notificationsFeature = { endpoints: { notifications } } satisfies Feature;
