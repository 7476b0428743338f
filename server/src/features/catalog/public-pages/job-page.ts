import type { Job } from '@rolecall/contract';
import type { PublicStanding } from '../jobs/index.ts';
import type { PublicAddresses } from './addresses.ts';
import { buttons, sizes } from './frame.ts';
import type { HeadParts } from './head.ts';
import { icon } from './icons.ts';
import { type JobWriter, monogram } from './job-markup.ts';
import { toJobPosting } from './job-posting.ts';
import { html, type Markup, nothing, trusted } from './markup.ts';
import type { PageWords } from './public-pages.messages.ts';

const card = 'rounded-2xl border border-line bg-surface shadow-raised';

/** What the page of a job tells whoever links to it. */
export function jobHead(
  job: Job,
  standing: PublicStanding,
  { words, write, addresses }: { words: PageWords; write: JobWriter; addresses: PublicAddresses },
): Omit<HeadParts, 'locale'> {
  const isAdvertised = standing === 'advertised';
  return {
    title: words.job_title({ job: job.title, company: job.company.name }),
    description: [write.line(job), job.excerpt].filter((part) => part !== '').join('. '),
    canonical: addresses.job(job.id),
    isListed: isAdvertised,
    company: job.company.name,
    data: isAdvertised ? toJobPosting(job, addresses) : undefined,
  };
}

/** The page of a job as a guest sees it, in the layout of the app's `JobPage`. */
export function jobBody(
  job: Job,
  standing: PublicStanding,
  words: PageWords,
  write: JobWriter,
  /** A posting of the same vacancy that is open, when this one is closed. */
  openId?: string,
): Markup {
  const facts = write.words;
  return html`<div class="mx-auto w-full max-w-6xl px-4 py-6 sm:px-6 sm:py-8">
<a href="/jobs" class="mb-4 inline-flex items-center gap-1.5 rounded-md text-sm text-muted hover:text-ink">${icon('back', 'size-4')}${words.all_jobs()}</a>
<div class="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
<div class="${card} min-w-0 p-5 sm:p-8">
<div class="flex items-start gap-4">${monogram(job.company.name, 'page')}
<div class="min-w-0"><h1 class="text-2xl break-words sm:text-3xl">${job.title}</h1>
<p class="mt-1 text-muted"><a href="/companies/${job.company.id}" class="font-medium text-ink hover:underline">${job.company.name}</a>${write.companyMark(job.company)}${
    job.department === null ? nothing : html` · ${job.department}`
  } · ${postedWords(facts, write.moment(job.published_at))}</p></div></div>
${write.facts(job, 'mt-5')}
${
  job.skills.length === 0
    ? nothing
    : html`<ul class="mt-4 flex flex-wrap gap-1.5" aria-label="${facts.skills()}">${job.skills.map(
        (skill) => html`<li>${write.badge(skill)}</li>`,
      )}</ul>`
}
</div>
<div class="space-y-5 lg:sticky lg:top-22 lg:col-start-2 lg:row-span-2 lg:row-start-1"><div class="${card} space-y-3 p-5">${applyPanel(job, standing, words, openId)}</div><span class="block h-8" aria-hidden="true"></span></div>
<div class="${card} min-w-0 p-5 sm:p-8"><h2 class="mb-4 text-lg">${words.about()}</h2><div class="prose-html">${trusted(job.description_html)}</div>${
    job.source === null
      ? nothing
      : html`<p class="mt-8 text-xs text-muted">${words.found_at({ source: job.source.name })}</p>`
  }</div>
</div>
</div>`;
}

/** The moment stands somewhere in the sentence, with markup of its own. */
function postedWords(facts: JobWriter['words'], moment: Markup): Markup {
  const hole = '\u0000';
  const [before = '', after = ''] = facts.posted({ when: hole }).split(hole);
  return html`${before}${moment}${after}`;
}

function applyPanel(
  job: Job,
  standing: PublicStanding,
  words: PageWords,
  openId: string | undefined,
): Markup {
  if (standing === 'closed' && openId !== undefined) {
    return html`<h2 class="font-semibold">${words.closed()}</h2>
<p class="text-sm text-muted">${words.open_elsewhere()}</p>
<a href="/jobs/${openId}" class="${buttons.primary} ${sizes.medium} w-full">${words.to_open_posting()}</a>`;
  }
  if (standing === 'closed') {
    return html`<h2 class="font-semibold">${words.closed()}</h2>
<p class="text-sm text-muted">${words.closed_text()}</p>
<a href="/jobs?${new URLSearchParams({ q: job.title }).toString()}" class="${buttons.secondary} ${sizes.medium} w-full">${words.similar()}</a>`;
  }
  if (job.apply_url !== null) {
    return html`<a href="${job.apply_url}" target="_blank" rel="noopener noreferrer nofollow" class="${buttons.primary} ${sizes.large} w-full">${words.apply_there()}<span class="sr-only">${words.opens_tab()}</span></a>
<p class="text-sm text-muted">${words.applies_there({ company: job.company.name })}</p>`;
  }
  const next = new URLSearchParams({ next: `/jobs/${job.id}` }).toString();
  return html`<a href="/sign-in?${next}" class="${buttons.primary} ${sizes.large} w-full">${words.sign_in_to_apply()}</a>
<p class="text-sm text-muted">${words.new_here()} <a href="/sign-up?${next}" class="text-accent-ink underline underline-offset-2">${words.create_an_account()}</a>.</p>`;
}
