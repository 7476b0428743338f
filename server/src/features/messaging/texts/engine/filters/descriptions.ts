/** What our filters do, for the reference of templates. */
export const filterDescriptions = {
  date: 'An instant as a day in the reader’s zone: Tuesday, September 1, 2026.',
  short_date: 'The same, short: Sep 1, 2026.',
  time: 'An instant as the time of day in the reader’s zone: 2:00 PM.',
  date_time: 'An instant as day, time and zone: Tuesday, September 1, 2026 at 2:00 PM GMT+2.',
  number: 'A number with the separators of the language: 12,000.',
  percent: 'A number of percent: 87%.',
  plural: "A number with the word that belongs to it: `{{ days | plural: 'day', 'days' }}` gives 5 days.",
  list: 'Several texts as a list in words: Rust, Go, and SQL.',
  money: "An amount in whole units: `{{ amount | money: 'EUR' }}` gives €12,000.",
  pay: 'Pay as a payload carries it: €60,000 – 80,000 a year.',
  quote: 'A text in the quotation marks of the language.',
  terms: 'What agrees in a reason of a match, eight terms at most.',
  words:
    "A value of a payload, or several, in words: `{{ missing | words: 'profile_part' | list }}`; also `match_reason`, `match_heading`, `employment_type` and `seniority`.",
} as const;
export type FilterName = keyof typeof filterDescriptions;
