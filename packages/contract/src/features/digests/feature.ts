import type { Feature } from '../../fold.ts';
import { digests } from './endpoints.ts';

export const digestsFeature = { endpoints: { digests } } satisfies Feature;
