import type { JobSummary, Locale } from '@rolecall/contract';
import { inLanguage, type PublicAddresses, type SearchPairs } from './addresses.ts';
import type { JobWriter } from './job-markup.ts';
import { html, type Markup } from './markup.ts';
import type { PageWords } from './public-pages.messages.ts';

/** What a feed tells. */
export interface FeedView {
  readonly pairs: SearchPairs;
  readonly locale: Locale;
  readonly title: string;
  readonly jobs: readonly JobSummary[];
  /** When nothing has been posted. */
  readonly begin: Date;
}

/** A search as Atom (RFC 4287), the newest job first. */
export function writeFeed(
  { pairs, locale, title, jobs, begin }: FeedView,
  words: PageWords,
  write: JobWriter,
  addresses: PublicAddresses,
): string {
  const self = inLanguage(addresses.feed(pairs), locale);
  const updated = jobs[0]?.published_at ?? begin.toISOString();
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
<id>${self}</id>
<title>${title}</title>
<updated>${updated}</updated>
<author><name>Rolecall</name></author>
<link rel="self" type="application/atom+xml" href="${self}"/>
<link rel="alternate" type="text/html" href="${addresses.search(pairs)}"/>
${jobs.map((job) => entry(job, words, write, addresses))}</feed>
`.markup;
}

function entry(job: JobSummary, words: PageWords, write: JobWriter, addresses: PublicAddresses): Markup {
  const told = [write.line(job), job.excerpt].filter((part) => part !== '').join('. ');
  return html`<entry>
<id>urn:uuid:${job.id}</id>
<title>${words.job_title({ job: job.title, company: job.company.name })}</title>
<updated>${job.published_at}</updated>
<published>${job.published_at}</published>
<author><name>${job.company.name}</name></author>
<link rel="alternate" type="text/html" href="${addresses.job(job.id)}"/>
${job.skills.map((skill) => html`<category term="${skill}"/>`)}
<summary type="text">${told}</summary>
</entry>
`;
}
