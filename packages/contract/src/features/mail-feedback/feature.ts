import type { Feature } from '../../fold.ts';
import { errors } from './errors.ts';

export const mailFeedbackFeature = { errors } satisfies Feature;
