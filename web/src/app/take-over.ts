import type { QueryClient } from '@tanstack/react-query';
import { forgetAnswers } from '../lib/served.ts';

/** However long the app takes, in milliseconds: then it shows how it stands. */
const longestWait = 10_000;

/**
 * Puts the app in the place of the page that the server has made, as soon as it has as much to show; until then it is made out
 * of sight, and what the server has made works by itself. Who is typing is not disturbed.
 */
export function takeOver(root: HTMLElement, queries: QueryClient): void {
  const served = document.getElementById('served');
  if (served === null) {
    root.hidden = false;
    return;
  }
  const isTyping = () =>
    [...served.querySelectorAll('input')].some(
      (field) => field === document.activeElement || field.value !== field.defaultValue,
    );
  const isReady = () => root.querySelector('main h1') !== null && queries.isFetching() === 0 && !isTyping();

  function show(): void {
    const focused = document.activeElement?.closest('#served a')?.getAttribute('href');
    observer.disconnect();
    unsubscribe();
    clearTimeout(timer);
    served?.remove();
    root.hidden = false;
    forgetAnswers();
    if (focused != null) root.querySelector<HTMLElement>(`a[href="${CSS.escape(focused)}"]`)?.focus();
  }
  const look = () => {
    if (!root.hidden || !isReady()) return;
    show();
  };
  const observer = new MutationObserver(look);
  observer.observe(root, { childList: true, subtree: true });
  // After those who wait for the answer have drawn it.
  const unsubscribe = queries.getQueryCache().subscribe(() => setTimeout(look));
  served.addEventListener('focusout', () => setTimeout(look));
  const timer = setTimeout(() => {
    if (!isTyping()) show();
  }, longestWait);
}

/** What the head says of the page that was served is not true of another one. */
export function forgetServedHead(): void {
  for (const element of document.head.querySelectorAll('[data-served]')) element.remove();
}
