import { achievement } from './achievement.ts';
import { careerInsight } from './career-insight.ts';
import { skillGap } from './skill-gap.ts';

export const kinds = {
  skill_gap: skillGap,
  achievement,
  career_insight: careerInsight,
} as const;
