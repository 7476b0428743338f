import { z } from 'zod';
import { roles } from '../constants.ts';

export const roleSchema = z.enum(roles);
