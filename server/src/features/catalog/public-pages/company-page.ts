import type { JobCompany, JobSummary } from '@rolecall/contract';
import { type JobWriter, monogram } from './job-markup.ts';
import { html, type Markup } from './markup.ts';
import type { PageWords } from './public-pages.messages.ts';
import { jobList, moreLink } from './search-page.ts';

/** What the page of a company shows: who it is, and what it has open. */
export interface CompanyView {
  readonly company: JobCompany;
  readonly jobs: readonly JobSummary[];
  readonly nextCursor: string | null;
  /** In words. */
  readonly total: string;
}

/** In the layout of the app's `CompanyPage`. */
export const companyBody = (view: CompanyView, words: PageWords, write: JobWriter): Markup =>
  html`<div class="mx-auto w-full px-4 py-6 sm:px-6 sm:py-10 max-w-3xl">
<div class="mb-6 flex items-start gap-4">${monogram(view.company.name, 'page')}<div class="min-w-0"><h1 class="text-2xl break-words sm:text-3xl">${view.company.name}</h1><p class="mt-1 text-muted">${view.total}${write.companyMark(view.company)}</p></div></div>
${jobList(view.jobs, write)}
${moreLink(`/companies/${view.company.id}`, [], view.nextCursor, words)}
</div>`;
