import type { Feature } from '../../fold.ts';
import { me } from './endpoints.ts';

export const profilesFeature = { endpoints: { me } } satisfies Feature;
