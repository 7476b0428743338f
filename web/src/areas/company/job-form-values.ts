import type { JobInput, jobInputSchema } from '@rolecall/contract';
import type { Control } from 'react-hook-form';
import type { z } from 'zod';

export type JobFormControl = Control<z.input<typeof jobInputSchema>, unknown, JobInput>;
