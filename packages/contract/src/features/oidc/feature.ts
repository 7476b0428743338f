import type { Feature } from '../../fold.ts';
import { oidc } from './endpoints.ts';
import { errors } from './errors.ts';

export const oidcFeature = { endpoints: { oidc }, errors } satisfies Feature;
