import { type ComponentType, lazy } from 'react';
import { askForBuild } from './build.ts';
import { loadWords } from './spoken.ts';

/** In milliseconds. */
const patience = 3_000;

/** Tries until it comes: the server may be away. After an upgrade it does not, and the next page is of the new build. */
export async function loadPatiently<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  for (;;) {
    try {
      return await load();
    } catch {
      await askForBuild();
      await new Promise((resolve) => setTimeout(resolve, patience));
    }
  }
}

/** A part of a page whose code is loaded when it is shown. The page does not wait for it, and does not fail without it. */
export const lazyPart = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy(() =>
    loadPatiently(async () => {
      const part = await load();
      await loadWords();
      return { default: part };
    }),
  );
