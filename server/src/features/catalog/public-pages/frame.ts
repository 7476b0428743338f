import type { Instance, Locale } from '@rolecall/contract';
import { icon } from './icons.ts';
import { html, type Markup, nothing } from './markup.ts';
import { type PageWords, publicPageMessages } from './public-pages.messages.ts';

/** Where the header and what is around a page come from: the app's `layout`, `header` and `footer`. */
const buttonBase =
  'shrink-0 items-center justify-center gap-2 rounded-lg font-medium whitespace-nowrap transition-colors';
const primary = `${buttonBase} bg-accent text-on-accent shadow-raised hover:bg-accent-strong`;
export const buttons = {
  primary: `inline-flex ${primary}`,
  secondary: `inline-flex ${buttonBase} border border-line bg-surface text-ink shadow-raised hover:border-line-strong`,
  ghost: `inline-flex ${buttonBase} text-ink hover:bg-sunken`,
} as const;
export const sizes = { medium: 'h-10 px-4 text-sm', large: 'h-11 px-5 text-base' } as const;

export const wordsOf = (locale: Locale): PageWords => publicPageMessages(locale);

/** Where in the app a page is: the link of the navigation that it lies below. */
export type Section = 'home' | 'jobs';

/** A page with what surrounds it. @param instance name and version, for its end */
export function frame(
  words: PageWords,
  section: Section,
  instance: Pick<Instance, 'name' | 'version'>,
  main: Markup,
): Markup {
  const link =
    'rounded-lg px-3 py-2 text-sm font-medium whitespace-nowrap text-muted hover:bg-sunken hover:text-ink';
  return html`<div class="flex min-h-dvh flex-col">
<a href="#served-main" class="absolute top-2 left-2 z-50 -translate-y-20 rounded-lg bg-accent px-4 py-2 font-medium text-on-accent focus:translate-y-0">${words.skip()}</a>
<header class="sticky top-0 z-30 border-b border-line bg-canvas/90 backdrop-blur">
<div class="mx-auto flex h-16 w-full max-w-6xl items-center gap-2 px-4 sm:px-6">
<a href="/" class="rounded-lg pr-2" aria-label="${words.home()}"><span class="flex items-center gap-2.5"><img src="/favicon.svg" alt="" width="32" height="32" class="size-8"><span class="text-lg font-semibold tracking-tight">Rolecall</span></span></a>
<nav aria-label="${words.main()}" class="ml-3"><ul class="flex items-center gap-1"><li><a href="/jobs" class="${link}${
    section === 'jobs' ? ' bg-sunken text-ink!' : ''
  }"${section === 'jobs' ? html` aria-current="page"` : nothing}>${words.jobs()}</a></li></ul></nav>
<div class="ml-auto flex items-center gap-1.5">
<a href="/sign-in" class="${buttons.ghost} ${sizes.medium}">${words.sign_in()}</a>
<a href="/sign-up" class="hidden sm:inline-flex ${primary} ${sizes.medium}">${words.sign_up()}</a>
</div>
</div>
</header>
<main id="served-main" tabindex="-1" class="flex-1 outline-none">${main}</main>
<footer class="mt-8 border-t border-line pb-20 md:pb-0">
<div class="mx-auto flex w-full max-w-6xl flex-wrap items-center gap-x-6 gap-y-3 px-4 py-6 text-sm text-muted sm:px-6">
<span>${instance.name} ${instance.version}</span>
<nav aria-label="${words.more()}" class="flex flex-wrap gap-x-5 gap-y-2"><a href="/api/docs" class="rounded-sm underline-offset-4 hover:text-ink hover:underline">${words.api_reference()}</a></nav>
</div>
</footer>
</div>`;
}

/** The head of a page, as the app's `Page`. */
export const pageHeading = (heading: string, description?: string): Markup =>
  html`<div class="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-4"><div class="min-w-0 space-y-1.5"><h1 class="text-2xl sm:text-3xl">${heading}</h1>${
    description === undefined ? nothing : html`<p class="max-w-2xl text-muted">${description}</p>`
  }</div></div>`;

/** Nothing to show, and what to do about it, as the app's `EmptyState`. */
export const emptyState = (
  title: string,
  text: string,
  action?: { readonly label: string; readonly href: string },
): Markup =>
  html`<div class="mx-auto flex max-w-md flex-col items-center px-6 py-12 text-center">
<span class="mb-4 size-12 rounded-2xl bg-accent-soft" aria-hidden="true"></span>
<p class="font-semibold">${title}</p>
<p class="mt-1.5 text-sm leading-relaxed text-muted">${text}</p>
${
  action === undefined
    ? nothing
    : html`<div class="mt-5 flex flex-wrap justify-center gap-2"><a href="${action.href}" class="${buttons.primary} ${sizes.medium}">${action.label}</a></div>`
}
</div>`;

/** The form of a search. It works without scripts, too. */
export function searchForm(
  words: PageWords,
  given: { readonly q?: string | undefined; readonly place?: string | undefined },
  places: readonly string[],
): Markup {
  const field = 'h-13 w-full min-w-0 bg-transparent outline-none placeholder:text-muted';
  return html`<search aria-label="${words.jobs()}">
<form action="/jobs" method="get" class="flex flex-col rounded-2xl border border-line-strong bg-surface shadow-raised focus-within:border-accent sm:flex-row sm:items-center">
<div class="flex flex-3 items-center gap-2.5 px-4">${icon('search', 'size-5 shrink-0 text-muted')}<label for="served-q" class="sr-only">${words.words()}</label><input id="served-q" name="q" type="search" value="${given.q}" maxlength="200" placeholder="${words.words_hint()}" class="${field}"></div>
<div class="flex flex-2 items-center gap-2.5 border-t border-line px-4 sm:border-t-0 sm:border-l">${icon('place', 'size-5 shrink-0 text-muted')}<label for="served-place" class="sr-only">${words.place()}</label><input id="served-place" name="place" value="${given.place}" maxlength="80" list="served-places" placeholder="${words.place_hint()}" class="${field}"><datalist id="served-places">${places.map(
    (name) => html`<option value="${name}"></option>`,
  )}</datalist></div>
<div class="p-1.5"><button type="submit" class="${buttons.primary} h-11 px-4 text-sm w-full sm:w-auto sm:px-6">${words.search()}</button></div>
</form>
</search>`;
}
