import type { OpenRequest } from '../worker-messages.ts';
import { scope } from './scope.ts';

/** Leads to an address: in a page of ours that is open, the one in front first, or in a new one. */
export async function open(navigate: string): Promise<void> {
  const url = new URL(navigate, scope.location.origin);
  // A push never leads elsewhere.
  if (url.origin !== scope.location.origin) url.href = new URL('/notifications', scope.location.origin).href;
  const pages = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const page = pages.find(({ focused }) => focused) ?? pages.find(isVisible) ?? pages[0];
  if (page === undefined) {
    await scope.clients.openWindow(url.href);
    return;
  }
  page.postMessage({ type: 'rolecall-open', url: url.href } satisfies OpenRequest);
  // A browser may refuse it, when too much time has passed since the click.
  await page.focus().catch(() => {});
}

const isVisible = ({ visibilityState }: WindowClient) => visibilityState === 'visible';
