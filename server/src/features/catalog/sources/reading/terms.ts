import type { EmploymentType, Seniority } from '@rolecall/contract';
import { lineOf, listOrOne } from './values.ts';

/** In the order of their weight: 'Independent Contractor (full time)' is a contract. */
const employmentPatterns: readonly (readonly [RegExp, EmploymentType])[] = [
  [/volunteer/, 'volunteer'],
  [/^intern(?!ation)|internship|apprentice|trainee|workingstudent|werkstudent/, 'internship'],
  [/contract|freelance/, 'contract'],
  [/temporary|^temp$|fixedterm|seasonal|perdiem/, 'temporary'],
  [/parttime/, 'part_time'],
  [/fulltime/, 'full_time'],
];

/** The employment type by what feeds call it: 'FullTime', 'Full-time', 'FULL_TIME', 'fulltime_permanent', … */
export function employmentTypeOf(value: unknown): EmploymentType | null {
  for (const name of listOrOne(value)) {
    const letters = lineOf(name, 80)
      .toLowerCase()
      .replace(/[^a-z]/g, '');
    const match = employmentPatterns.find(([pattern]) => pattern.test(letters));
    if (match !== undefined) return match[1];
  }
  return null;
}

/** In the order of their weight: a 'Senior Director' is a director, a 'Senior Staff Engineer' a lead. */
const seniorityPatterns: readonly (readonly [RegExp, Seniority])[] = [
  [
    /\b(?:intern|internship|trainee|apprentice|apprenticeship|working student|werkstudent(?:in)?)\b/i,
    'intern',
  ],
  [/\b(?:chief|c[etfoi]o|vp|[se]vp|vice president)\b/i, 'executive'],
  [/\b(?:director|head of)\b/i, 'director'],
  [
    /\b(?:principal|team lead|tech lead|lead(?! generation\b)|staff (?=(?:[\w+#/.-]+ ){0,3}(?:engineer|developer|scientist|designer|architect|researcher|product)))/i,
    'lead',
  ],
  [/\b(?:senior|sr)\b/i, 'senior'],
  [/\b(?:mid-?level|intermediate)\b/i, 'mid'],
  [/\b(?:junior|jr|entry[ -]level|graduate|new grad)\b/i, 'junior'],
];

/** The seniority that the words of a title tell; null when they tell none. */
export function seniorityOf(title: string): Seniority | null {
  return seniorityPatterns.find(([pattern]) => pattern.test(title))?.[1] ?? null;
}
