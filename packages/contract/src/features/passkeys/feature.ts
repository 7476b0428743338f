import type { Feature } from '../../fold.ts';
import { passkeys } from './endpoints.ts';
import { errors } from './errors.ts';

export const passkeysFeature = { endpoints: { passkeys }, errors } satisfies Feature;
