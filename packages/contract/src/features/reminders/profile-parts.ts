import { z } from 'zod';

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
export const profilePartSchema = z.enum(profileParts);
export type ProfilePart = z.infer<typeof profilePartSchema>;
