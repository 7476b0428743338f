import { z } from 'zod';
import { idSchema, timestampSchema } from '../../core/primitives.ts';

/** Why two postings are one vacancy, or are not. */
export const vacancyReasons = [
  'same_posting',
  'same_requisition',
  'same_text',
  'same_text_but_for_the_place',
  'cut_text',
  'same_title_and_place',
  'another_employer',
  'unknown_employer',
  'another_title',
  'title_says_more',
  'another_level',
  'other_hours',
  'another_requisition',
  'pay_apart',
  'another_country',
  'another_place',
  'another_text',
  'another_posting_of_the_board',
  'too_little_text',
  'not_told_apart',
  'joined_by_operator',
  'kept_apart_by_operator',
] as const;
export const vacancyReasonSchema = z.enum(vacancyReasons);
export type VacancyReason = z.infer<typeof vacancyReasonSchema>;

const vacancyPostingSchema = z.object({
  id: idSchema,
  title: z.string(),
  company_name: z.string(),
  places: z.array(z.string()),
  status: z.enum(['open', 'closed']),
  /** Null when applications are taken here. */
  apply_url: z.string().nullable(),
  published_at: timestampSchema,
  /** The posting by which it has joined the vacancy; null for the first one. */
  joined_to: idSchema.nullable(),
  reasons: z.array(vacancyReasonSchema),
});
export type VacancyPosting = z.infer<typeof vacancyPostingSchema>;

/** `same`: an operator has made two vacancies one; `apart`: has taken a posting out of its vacancy. */
const vacancyRulingSchema = z.object({
  id: idSchema,
  kind: z.enum(['same', 'apart']),
  job_id: idSchema,
  other_job_id: idSchema.nullable(),
  decided_at: timestampSchema,
  undone_at: timestampSchema.nullable(),
});

export const vacancySchema = z.object({
  id: idSchema,
  /** Whether it is about to be decided anew, since the posting is new or was changed. */
  is_waiting: z.boolean(),
  /** Of all open postings, each once. */
  places: z.array(z.string()),
  /** Of the open posting that was published last, among those that have one. */
  apply_url: z.string().nullable(),
  /** The posting with the longest text. */
  best_text_of: idSchema,
  /** The newest first, 100 at most. */
  postings: z.array(vacancyPostingSchema),
  /** What operators have decided about these postings, the last first, 50 at most. */
  rulings: z.array(vacancyRulingSchema),
});
export type Vacancy = z.infer<typeof vacancySchema>;

export const vacancyMergeSchema = z.object({
  /** A posting of the vacancy that it is one with. */
  job_id: idSchema,
});
