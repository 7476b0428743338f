import type { Feature } from '../../fold.ts';
import { mailAnalytics } from './endpoints.ts';

export const mailAlarmsFeature = { endpoints: { mailAnalytics } } satisfies Feature;
