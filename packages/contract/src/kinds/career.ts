import { z } from 'zod';
import { define } from './definition.ts';

/** Parts of a profile that a reminder can name. */
export const profileParts = [
  'headline',
  'skills',
  'wanted_titles',
  'places',
  'pay_floor',
  'employment_types',
  'resume',
] as const;
const profilePartSchema = z.enum(profileParts);
export type ProfilePart = z.infer<typeof profilePartSchema>;

export const achievements = [
  'profile_complete',
  'first_application',
  'ten_applications',
  'first_interview',
  'first_offer',
] as const;
export const achievementSchema = z.enum(achievements);
export type Achievement = z.infer<typeof achievementSchema>;

/** What is told of a person's own way. */
export const careerKinds = {
  profile_reminder: define({
    payload: z.object({ missing: z.array(profilePartSchema).min(1) }),
    category: 'career',
    priority: 'low',
    expiresAfterHours: 24 * 14,
    keptForDays: 30,
    image: 'profile',
    description: 'Names what a profile still lacks.',
  }),
  skill_gap: define({
    payload: z.object({
      skill: z.string(),
      /** Fitting jobs of the last weeks that ask for it. */
      jobs: z.int().min(1),
    }),
    category: 'career',
    priority: 'low',
    expiresAfterHours: 24 * 30,
    keptForDays: 90,
    image: 'skill',
    description: 'Names a skill that many fitting jobs ask for and the profile does not have.',
  }),
  achievement: define({
    payload: z.object({ achievement: achievementSchema }),
    category: 'career',
    priority: 'low',
    defaultChannels: ['inbox'],
    expiresAfterHours: 24 * 30,
    keptForDays: 365,
    image: 'achievement',
    description: 'Celebrates a step that the person has made.',
  }),
  career_insight: define({
    payload: z.object({
      skill: z.string(),
      /** How the number of jobs that ask for it has changed over the period, in percent. */
      change_percent: z.int(),
      days: z.int().min(1),
    }),
    category: 'career',
    priority: 'low',
    expiresAfterHours: 24 * 30,
    keptForDays: 90,
    image: 'insight',
    description: 'Tells how the demand for a skill of the person changes.',
  }),
} as const;
