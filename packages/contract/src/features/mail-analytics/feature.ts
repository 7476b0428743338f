import type { Feature } from '../../fold.ts';
import { mailAnalytics } from './endpoints.ts';

export const mailAnalyticsFeature = { endpoints: { mailAnalytics } } satisfies Feature;
