import { z } from 'zod';

export const workplaces = ['on_site', 'hybrid', 'remote'] as const;
export const workplaceSchema = z.enum(workplaces);
export type Workplace = z.infer<typeof workplaceSchema>;

export const employmentTypes = [
  'full_time',
  'part_time',
  'contract',
  'temporary',
  'internship',
  'volunteer',
] as const;
export const employmentTypeSchema = z.enum(employmentTypes);
export type EmploymentType = z.infer<typeof employmentTypeSchema>;

export const seniorities = ['intern', 'junior', 'mid', 'senior', 'lead', 'director', 'executive'] as const;
export const senioritySchema = z.enum(seniorities);
export type Seniority = z.infer<typeof senioritySchema>;
