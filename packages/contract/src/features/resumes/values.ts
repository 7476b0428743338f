/** Why a file is refused, or is kept without having been read. */
export const resumeRefusals = [
  'not_a_resume',
  'encrypted',
  'damaged',
  'has_macros',
  'has_scripts',
  'too_many_pages',
  'too_large',
  'no_text',
  'too_slow',
] as const;
export type ResumeRefusal = (typeof resumeRefusals)[number];

/** Fields of the profile that a résumé proposes values for. */
export const acceptableFields = ['headline', 'summary', 'skills', 'wanted_titles', 'places'] as const;
export type AcceptableField = (typeof acceptableFields)[number];

/** What a careful reader would remark on a résumé. */
export const resumeRules = [
  'no_email',
  'no_phone',
  'no_name',
  'contact_in_header',
  'no_work',
  'no_education',
  'no_skills',
  'undated_work',
  'gap_in_dates',
  'no_results',
  'too_long',
  'too_short',
  'two_columns',
  'tables',
  'photo',
] as const;
export type ResumeRule = (typeof resumeRules)[number];
