import { jsonResumeSchema } from '@rolecall/contract';
import { z } from 'zod';
import type { ReadFile } from './resume.worker.ts';

/** What is kept of a reading, sealed beside the file. */
const storedSchema = z.object({
  resume: jsonResumeSchema,
  language: z.enum(['en', 'de', 'fr', 'es']),
  text: z.string(),
  skills: z.array(z.string()),
  layout: z.object({
    pages: z.int(),
    columns: z.int(),
    hasPictures: z.boolean(),
    hasTables: z.boolean(),
    contactZone: z.enum(['body', 'header', 'footer']).nullable(),
  }),
});
export type StoredReading = z.infer<typeof storedSchema>;

export const encodeReading = ({ resume, language, text, skills, layout }: ReadFile): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify({ resume, language, text, skills: [...skills], layout } satisfies StoredReading),
  );

export const decodeReading = (content: Uint8Array): StoredReading =>
  storedSchema.parse(JSON.parse(new TextDecoder().decode(content)));
