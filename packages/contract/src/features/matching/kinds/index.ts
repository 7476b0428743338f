import { jobAlert } from './job-alert.ts';
import { jobMatches } from './job-matches.ts';
import { jobRecommendation } from './job-recommendation.ts';
import { matchScoreCalculated } from './match-score-calculated.ts';
import { salaryAlert } from './salary-alert.ts';
import { skillMatch } from './skill-match.ts';

export const kinds = {
  job_alert: jobAlert,
  job_matches: jobMatches,
  job_recommendation: jobRecommendation,
  match_score_calculated: matchScoreCalculated,
  skill_match: skillMatch,
  salary_alert: salaryAlert,
} as const;
