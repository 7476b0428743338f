import type { KindTexts } from '../../../../platform/kind-texts/index.ts';
import { careerInsight } from './career-insight.ts';
import { jobAlert } from './job-alert.ts';
import { jobMatches } from './job-matches.ts';
import { jobRecommendation } from './job-recommendation.ts';
import { matchScoreCalculated } from './match-score-calculated.ts';
import { salaryAlert } from './salary-alert.ts';
import { skillGap } from './skill-gap.ts';
import { skillMatch } from './skill-match.ts';

/** What is told of jobs that fit, and of what the market asks for. */
export const matchingKinds: readonly KindTexts[] = [
  jobAlert,
  jobMatches,
  jobRecommendation,
  matchScoreCalculated,
  skillMatch,
  salaryAlert,
  skillGap,
  careerInsight,
];
