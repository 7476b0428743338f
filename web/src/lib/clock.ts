import { useSyncExternalStore } from 'react';

const interval = 30_000;
const listeners = new Set<() => void>();
let current = new Date();
let timer: number | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= window.setInterval(() => {
    current = new Date();
    for (const notify of listeners) notify();
  }, interval);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.clearInterval(timer);
    timer = undefined;
  };
}

function read(): Date {
  // Without a running timer nobody keeps the moment fresh.
  if (timer === undefined && Date.now() - current.getTime() > interval) current = new Date();
  return current;
}

/** Now, to half a minute; all relative times on a page share one timer. */
export const useNow = (): Date => useSyncExternalStore(subscribe, read);
