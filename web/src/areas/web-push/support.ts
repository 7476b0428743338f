/**
 * Whether this browser can get pushes. `needs_home_screen`: an iPhone or iPad can, once the site is on its home screen.
 * `denied`: the person has said no, and only the settings of the browser can change that.
 */
export type PushSupport = 'unsupported' | 'needs_home_screen' | 'denied' | 'default' | 'granted';

export function pushSupport(): PushSupport {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) {
    return isAppleTouch() && !isInstalled() ? 'needs_home_screen' : 'unsupported';
  }
  return Notification.permission;
}

/** Tells when the person changes the permission, in the settings of the browser or when asked. */
export function subscribeToSupport(listener: () => void): () => void {
  const aborted = new AbortController();
  const { signal } = aborted;
  // Safari tells nothing of it; whoever comes back from the settings comes back to the page.
  document.addEventListener('visibilitychange', listener, { signal });
  navigator.permissions
    ?.query({ name: 'notifications' })
    .then((status) => status.addEventListener('change', listener, { signal }))
    .catch(() => {});
  return () => aborted.abort();
}

const isAppleTouch = () =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) ||
  (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1);
const isInstalled = () => window.matchMedia('(display-mode: standalone)').matches;
