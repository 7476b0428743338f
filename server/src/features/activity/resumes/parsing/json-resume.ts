import { jsonResumeSchema } from '@rolecall/contract/resumes';
import { z } from 'zod';
import type { JsonResume } from './model.ts';

const text = (longest = 500) => z.string().trim().max(longest).optional().catch(undefined);
const texts = (most = 100) => z.array(z.string().trim().max(2_000)).max(most).optional().catch(undefined);
const list = <Entry extends z.ZodType>(entry: Entry) => z.array(entry).max(200).optional().catch(undefined);

/** JSON Resume 1.0.0 as far as it is used here; what is wrong in it is left out. */
const schema = z.object({
  basics: z
    .object({
      name: text(),
      label: text(),
      email: text(),
      phone: text(),
      url: text(),
      summary: text(8_000),
      location: z
        .object({ city: text(), countryCode: text(), region: text(), postalCode: text() })
        .optional()
        .catch(undefined),
      profiles: list(z.object({ network: z.string().max(100), username: text(), url: text() })),
    })
    .optional()
    .catch(undefined),
  work: list(
    z.object({
      name: text(),
      company: text(),
      position: text(),
      location: text(),
      startDate: text(10),
      endDate: text(10),
      summary: text(8_000),
      highlights: texts(),
    }),
  ),
  education: list(
    z.object({
      institution: text(),
      area: text(),
      studyType: text(),
      startDate: text(10),
      endDate: text(10),
      score: text(),
      courses: texts(),
    }),
  ),
  skills: list(z.object({ name: z.string().max(200), keywords: texts() })),
  languages: list(z.object({ language: z.string().max(100), fluency: text() })),
  certificates: list(z.object({ name: z.string().max(300), issuer: text(), date: text(10) })),
  projects: list(
    z.object({
      name: z.string().max(300),
      description: text(8_000),
      startDate: text(10),
      endDate: text(10),
      highlights: texts(),
    }),
  ),
});

/** Null: it is no JSON Resume. */
export function readJsonResume(content: Uint8Array): JsonResume | null {
  const parsed = schema.safeParse(parse(new TextDecoder().decode(content)));
  if (!parsed.success) return null;
  const { basics, work, education, skills, languages, certificates, projects } = parsed.data;
  const resume: unknown = {
    basics: basics ?? {},
    work: (work ?? []).map(({ company, name, ...rest }) => ({ ...rest, name: name ?? company })),
    education: education ?? [],
    skills: skills ?? [],
    languages: languages ?? [],
    certificates: certificates ?? [],
    projects: projects ?? [],
  };
  return jsonResumeSchema.parse(withoutGaps(resume));
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

/** Without what is not said. */
function withoutGaps(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutGaps);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) =>
      one === undefined || one === '' ? [] : [[key, withoutGaps(one)]],
    ),
  );
}
