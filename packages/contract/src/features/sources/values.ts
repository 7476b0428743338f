/** Whom a job of these kinds of source is owed to, as their terms ask for it to be said beside the job. */
export const sourceAttributions: ReadonlyMap<string, { readonly text: string; readonly url: string }> =
  new Map([
    ['adzuna', { text: 'Jobs by Adzuna', url: 'https://www.adzuna.com' }],
    ['remotive', { text: 'Remotive', url: 'https://remotive.com' }],
    ['remoteok', { text: 'Remote OK', url: 'https://remoteok.com' }],
    ['arbeitnow', { text: 'Arbeitnow', url: 'https://www.arbeitnow.com' }],
    ['hacker_news', { text: 'Hacker News', url: 'https://news.ycombinator.com' }],
  ]);
