import { z } from 'zod';
import { idSchema, timestampSchema } from '../../core/primitives.ts';
import { acceptableFields, resumeRefusals, resumeRules } from './values.ts';

export const resumeSchema = z.object({
  id: idSchema,
  file_name: z.string(),
  media_type: z.string(),
  /** Bytes. */
  size: z.int(),
  created_at: timestampSchema,
  /** The one that is proposed when applying. */
  is_default: z.boolean(),
  /** Why its text could not be read; null: it could. */
  unread: z.enum(resumeRefusals).nullable(),
});
export type Resume = z.infer<typeof resumeSchema>;

const line = z.string().optional();
const lines = z.array(z.string()).optional();

/** A résumé as JSON Resume 1.0.0 has it; what it does not say is left out. */
export const jsonResumeSchema = z.object({
  basics: z.object({
    name: line,
    label: line,
    email: line,
    phone: line,
    url: line,
    summary: line,
    location: z.object({ city: line, countryCode: line, region: line, postalCode: line }).optional(),
    profiles: z.array(z.object({ network: z.string(), username: line, url: line })).optional(),
  }),
  work: z.array(
    z.object({
      name: line,
      position: line,
      location: line,
      startDate: line,
      endDate: line,
      summary: line,
      highlights: lines,
    }),
  ),
  education: z.array(
    z.object({
      institution: line,
      area: line,
      studyType: line,
      startDate: line,
      endDate: line,
      score: line,
      courses: lines,
    }),
  ),
  skills: z.array(z.object({ name: z.string(), keywords: lines })),
  languages: z.array(z.object({ language: z.string(), fluency: line })),
  certificates: z.array(z.object({ name: z.string(), issuer: line, date: line })),
  projects: z.array(
    z.object({ name: z.string(), description: line, startDate: line, endDate: line, highlights: lines }),
  ),
});
export type JsonResume = z.infer<typeof jsonResumeSchema>;

export const resumeFindingSchema = z.object({
  rule: z.enum(resumeRules),
  severity: z.enum(['problem', 'advice']),
  /** What of the résumé it rests on, such as '2015-03 – 2016-11'. */
  evidence: z.array(z.string()),
});
export type ResumeFinding = z.infer<typeof resumeFindingSchema>;

/** A value that a résumé has for a field of the profile. It is nothing until it is accepted. */
export const resumeProposalSchema = z.object({
  field: z.enum(acceptableFields),
  value: z.string(),
  /** The profile has it already. */
  is_present: z.boolean(),
});
export type ResumeProposal = z.infer<typeof resumeProposalSchema>;

export const resumeAcceptanceSchema = z.object({
  id: idSchema,
  field: z.enum(acceptableFields),
  values: z.array(z.string()),
  accepted_at: timestampSchema,
});
export type ResumeAcceptance = z.infer<typeof resumeAcceptanceSchema>;

export const resumeReadingSchema = z.object({
  resume: resumeSchema,
  /** All of its text in the order in which a program reads it; empty: it could not be read. */
  text: z.string(),
  language: z.enum(['en', 'de', 'fr', 'es']).nullable(),
  /** Null: it could not be read. */
  fields: jsonResumeSchema.nullable(),
  /** Of the vocabulary, in the language of the text. */
  skills: z.array(z.string()),
  findings: z.array(resumeFindingSchema),
  proposals: z.array(resumeProposalSchema),
  /** Those that can be taken back, the latest first. */
  acceptances: z.array(resumeAcceptanceSchema),
});
export type ResumeReading = z.infer<typeof resumeReadingSchema>;

/** What a recruiter sees of a résumé beside its file. */
export const resumeSummarySchema = z.object({
  summary: z.string(),
  skills: z.array(z.string()),
  text: z.string(),
});
export type ResumeSummary = z.infer<typeof resumeSummarySchema>;

export const acceptanceInputSchema = z.object({
  field: z.enum(acceptableFields),
  /** Proposed ones: of a list several, of a text one. */
  values: z.array(z.string().min(1).max(4_000)).min(1).max(60),
});
export type AcceptanceInput = z.infer<typeof acceptanceInputSchema>;
