import { useSyncExternalStore } from 'react';

/** How much room a notification takes in the inbox. */
type Density = 'comfortable' | 'compact';

const storageKey = 'rolecall-inbox-density';
const listeners = new Set<() => void>();
let chosen: Density | undefined;

function read(): Density {
  try {
    chosen ??= localStorage.getItem(storageKey) === 'compact' ? 'compact' : 'comfortable';
  } catch {
    chosen = 'comfortable';
  }
  return chosen;
}

/** This browser remembers it: a phone and a desk want different ones. */
export function setDensity(density: Density): void {
  chosen = density;
  try {
    if (density === 'compact') localStorage.setItem(storageKey, density);
    else localStorage.removeItem(storageKey);
  } catch {
    // Storage is blocked: the choice holds until the page is left.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useDensity = (): Density => useSyncExternalStore(subscribe, read);
