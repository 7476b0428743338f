import { z } from 'zod';

export const achievements = [
  'profile_complete',
  'first_application',
  'ten_applications',
  'first_interview',
  'first_offer',
] as const;
export const achievementSchema = z.enum(achievements);
export type Achievement = z.infer<typeof achievementSchema>;
