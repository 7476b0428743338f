import type { AcceptableField, Profile, ResumeProposal } from '@rolecall/contract';
import type { StoredReading } from './stored-reading.ts';

const mostSkills = 60;
const longestSkill = 60;
const longestLine = 120;
const mostTitles = 3;

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The fields that are lists: what is accepted is added to them. */
const listFields = ['skills', 'wanted_titles', 'places'] as const satisfies readonly AcceptableField[];
export type ListField = (typeof listFields)[number];

export const isListField = (field: AcceptableField): field is ListField =>
  listFields.some((one) => one === field);

/** What a résumé has for a profile: nothing that it does not say. */
export function proposalsOf({ resume, skills }: StoredReading, profile: Profile): ResumeProposal[] {
  const { label, summary, location } = resume.basics;
  const [latest] = resume.work;
  const headline = (label ?? latest?.position ?? '').slice(0, 160);
  const titles = resume.work.flatMap(({ position }) => position ?? []);
  const place = location?.city;
  const values: Readonly<Record<AcceptableField, readonly string[]>> = {
    headline: [headline],
    summary: [(summary ?? '').slice(0, 4_000)],
    skills: [...new Set([...skills, ...listedSkills(resume)])].slice(0, mostSkills),
    wanted_titles: [...new Set(titles)].filter((title) => title.length <= longestLine).slice(0, mostTitles),
    places: place === undefined ? [] : [place],
  };
  const fields: readonly AcceptableField[] = ['headline', 'summary', ...listFields];
  return fields.flatMap((field) => {
    const present = profile[field];
    return values[field]
      .filter((value) => value.trim() !== '')
      .map((value) => ({
        field,
        value,
        is_present: typeof present === 'string' ? present === value : present.some((one) => same(one, value)),
      }));
  });
}

const listedSkills = (resume: StoredReading['resume']): string[] =>
  resume.skills
    .flatMap(({ name, keywords = [] }) => (keywords.length === 0 ? [name] : keywords))
    .filter((skill) => skill.length <= longestSkill && skill.split(' ').length <= 4);
