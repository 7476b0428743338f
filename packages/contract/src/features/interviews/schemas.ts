import { z } from 'zod';
import { idSchema, lineSchema, textSchema, timestampSchema, timeZoneSchema } from '../../core/primitives.ts';

export const interviewStatuses = ['scheduled', 'moved', 'cancelled'] as const;
/** `moved`: it takes place, at another time or place than was told first. */
export const interviewStatusSchema = z.enum(interviewStatuses);
export type InterviewStatus = z.infer<typeof interviewStatusSchema>;

/** Schemes of links that lead to a call, a page or a person; programs that open others may run what stands in them. */
const safeSchemes: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel']);

/** Programs leave out what stands between, as in `java script:`. Of words before a colon only these are code. */
const code = /^(?:javascript:|vbscript:|data:[^,]*,)/i;

/** Whether a place is words or a link that is safe to open. */
export function isSafePlace(place: string): boolean {
  if (code.test(place.replaceAll(/[\s\p{Cc}]/gu, ''))) return false;
  const [, scheme] = /^([a-z][a-z\d+.-]*):\S/i.exec(place.trim()) ?? [];
  return scheme === undefined || safeSchemes.has(scheme.toLowerCase());
}

const interviewFields = {
  starts_at: timestampSchema,
  ends_at: timestampSchema,
  /** The zone in which it is agreed; both sides are shown their own time too. */
  time_zone: timeZoneSchema,
  /** An address, or a link to a call; empty: not said. */
  place: lineSchema(300),
  /** Shown to the applicant. */
  note: textSchema(2_000),
};

export const interviewSchema = z.object({
  id: idSchema,
  ...interviewFields,
  status: interviewStatusSchema,
  created_at: timestampSchema,
  updated_at: timestampSchema,
});
export type Interview = z.infer<typeof interviewSchema>;

/** An interview to come, of at most a day. */
export const interviewInputSchema = z
  .object({
    ...interviewFields,
    place: interviewFields.place
      .refine(isSafePlace, { error: 'a link must begin with https:, http:, mailto: or tel:' })
      .default(''),
    note: interviewFields.note.default(''),
  })
  .refine((interview) => lastsUpToADay(interview), {
    error: 'must be after the beginning, by at most a day',
    path: ['ends_at'],
  });
export type InterviewInput = z.infer<typeof interviewInputSchema>;

export const interviewCancellationSchema = z.object({ note: interviewFields.note.default('') });

function lastsUpToADay(interview: { readonly starts_at: string; readonly ends_at: string }): boolean {
  const length = Date.parse(interview.ends_at) - Date.parse(interview.starts_at);
  return length > 0 && length <= 86_400_000;
}

/** An application has at most so many interviews, cancelled ones too. */
export const maximumInterviews = 20;
