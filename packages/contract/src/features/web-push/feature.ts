import type { Feature } from '../../fold.ts';
import { webPush } from './endpoints.ts';

export const webPushFeature = { endpoints: { webPush } } satisfies Feature;
