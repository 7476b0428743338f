import type { Instance, Locale } from '@rolecall/contract';
import type { Markup } from './markup.ts';

/** An answer of the interface that the app would ask for first, by the path that it asks. */
export interface ServedAnswer {
  readonly path: string;
  readonly body: unknown;
}

/** A page as it is put into the document of the app. */
export interface ServedPage {
  readonly status: 200 | 404 | 410;
  readonly locale: Locale;
  readonly title: string;
  /** What stands in the head beside the title. */
  readonly head: Markup;
  /** What is seen until the app has taken over, and all that there is for who runs no scripts. */
  readonly body: Markup;
  readonly answers: readonly ServedAnswer[];
}

/** How a page is asked for. */
export interface PageRequest {
  readonly query: URLSearchParams;
  /** `Accept-Language`. */
  readonly languages: string | undefined;
  readonly instance: Instance;
}
