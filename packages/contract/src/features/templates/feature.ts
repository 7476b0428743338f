import type { Feature } from '../../fold.ts';
import { templates } from './endpoints.ts';
import { errors } from './errors.ts';

export const templatesFeature = { endpoints: { templates }, errors } satisfies Feature;
