import { type ComponentType, createElement, type ReactNode, use } from 'react';
import { loadWords } from './spoken.ts';

/** The code of a page could not be loaded: the server is away, or it has been upgraded. */
export class PageUnavailableError extends Error {
  override readonly name = 'PageUnavailableError';
  /** Forgets it, so that the page is loaded again when it is shown again. */
  readonly forget: () => void;

  /** It has been tried again, and failed again. */
  readonly isRepeated: boolean;

  constructor(cause: unknown, isRepeated: boolean, forget: () => void) {
    super('The page could not be loaded', { cause });
    this.isRepeated = isRepeated;
    this.forget = forget;
  }
}

/**
 * A page whose code is loaded when it is needed, or a moment before. The router's own way reloads the whole page when that
 * fails, and a browser without a server then shows its own error; this one tells it to the error page of the route.
 */
export function lazyPage<Name extends string>(
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
): (() => ReactNode) & { readonly preload: () => Promise<void> } {
  let page: ComponentType | undefined;
  let failure: PageUnavailableError | undefined;
  let failures = 0;
  let loading: Promise<void> | undefined;

  const take = async () => {
    const loaded = (await load())[name];
    await loadWords();
    page = loaded;
  };
  const forget = () => {
    failure = undefined;
    loading = undefined;
  };

  function LazyPage() {
    if (failure !== undefined) throw failure;
    if (page === undefined) {
      loading ??= take().catch((cause: unknown) => {
        failure = new PageUnavailableError(cause, failures > 0, forget);
        failures += 1;
      });
      use(loading);
    }
    return page === undefined ? null : createElement(page);
  }

  // What could not be loaded before it is needed is tried again when it is.
  return Object.assign(LazyPage, { preload: () => take().catch(() => {}) });
}
