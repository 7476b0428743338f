import { z } from 'zod';

export const scoreSchema = z.int().min(0).max(100);
