import { demoMessages, type Instance, type JobFacets, type Locale } from '@rolecall/contract';
import { buttons, searchForm, sizes } from './frame.ts';
import { monogram } from './job-markup.ts';
import { html, type Markup, nothing } from './markup.ts';
import type { PageWords } from './public-pages.messages.ts';

/** The start page of a guest, in the layout of the app's `GuestHome`. */
export function homeBody(
  instance: Pick<Instance, 'demo_people' | 'sign_in'>,
  facets: JobFacets,
  words: PageWords,
  locale: Locale,
): Markup {
  const { total, total_limit: limit } = facets;
  const promises = [
    [words.matched(), words.matched_text()],
    [words.told(), words.told_text()],
    [words.steps(), words.steps_text()],
    [words.nothing_hidden(), words.nothing_hidden_text()],
  ] as const;
  const canTry = instance.sign_in.passwords && instance.demo_people.length > 0;
  return html`<div class="mx-auto w-full max-w-6xl px-4 sm:px-6">
<section class="grid items-center gap-10 py-10 sm:py-16 lg:grid-cols-[1.15fr_1fr] lg:gap-16">
<div><h1 class="text-4xl leading-[1.1] sm:text-5xl lg:text-[3.5rem]">${words.home_heading()}</h1>
<p class="mt-5 max-w-xl text-lg leading-relaxed text-muted">${words.home_lead()}</p>
<div class="mt-8 flex flex-wrap gap-3"><a href="/sign-up" class="${buttons.primary} ${sizes.large}">${words.create_account()}</a><a href="/sign-in" class="${buttons.secondary} ${sizes.large}">${words.sign_in()}</a></div></div>
${canTry ? demoInvitation(instance.demo_people, locale) : nothing}
</section>
<section aria-labelledby="served-search" class="rounded-3xl bg-sunken/70 p-5 sm:p-8">
<div class="mb-4 flex flex-wrap items-baseline justify-between gap-2"><h2 id="served-search" class="text-xl">${words.look_around()}</h2>${
    total === 0
      ? nothing
      : html`<p class="text-sm text-muted"><a href="/jobs">${
          total >= limit ? words.open_jobs_or_more({ count: limit }) : words.open_jobs({ count: total })
        }</a></p>`
  }</div>
${searchForm(
  words,
  {},
  facets.place.map(({ label }) => label),
)}
</section>
<section aria-label="${words.what_it_does()}" class="grid gap-x-8 gap-y-8 py-12 sm:grid-cols-2 lg:grid-cols-4">${promises.map(
    ([title, text]) =>
      html`<div><span class="block size-6" aria-hidden="true"></span><h2 class="mt-3 font-semibold">${title}</h2><p class="mt-1.5 text-sm leading-relaxed text-muted">${text}</p></div>`,
  )}</section>
</div>`;
}

/** The people of the demo. They are buttons of the app; until it is there they lead to the sign-in page. */
function demoInvitation(people: Instance['demo_people'], locale: Locale): Markup {
  const words = demoMessages(locale);
  return html`<section aria-labelledby="served-demo" class="rounded-3xl bg-sunken/70 p-4 sm:p-6">
<h2 id="served-demo" class="text-xl">${words.heading()}</h2>
<p class="mt-1 mb-4 text-sm text-muted">${words.lead()}</p>
<ul class="space-y-2">${people.map(
    ({ name, persona }) =>
      html`<li><a href="/sign-in" class="flex w-full items-center gap-3 rounded-xl border border-line bg-surface p-2.5 text-left">${monogram(name, 'person')}<span class="min-w-0 flex-1"><span class="block text-sm leading-snug font-semibold">${words[persona]({ name: name.split(' ')[0] ?? name })}</span><span class="mt-0.5 block text-xs leading-snug text-muted">${words[`${persona}_hint`]()}</span></span><span class="size-4 shrink-0" aria-hidden="true"></span></a></li>`,
  )}</ul>
</section>`;
}
