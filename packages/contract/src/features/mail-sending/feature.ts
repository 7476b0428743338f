import type { Feature } from '../../fold.ts';
import { mailSending } from './endpoints.ts';
import { errors } from './errors.ts';

export const mailSendingFeature = { endpoints: { mailSending }, errors } satisfies Feature;
