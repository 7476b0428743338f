import { z } from 'zod';
import { employmentTypes, seniorities, workplaces } from '../constants.ts';

export const workplaceSchema = z.enum(workplaces);

export const employmentTypeSchema = z.enum(employmentTypes);

export const senioritySchema = z.enum(seniorities);
