import type { KindTexts } from '../../../../platform/kind-texts/index.ts';
import { jobPosted } from './job-posted.ts';

/** What is told of jobs themselves. */
export const jobKinds: readonly KindTexts[] = [jobPosted];
