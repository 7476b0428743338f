import { type ComponentType, lazy } from 'react';
import { askForBuild } from './build.ts';

/** In milliseconds. */
const patience = 3_000;

/**
 * A part of a page whose code is loaded when it is shown. The page does not wait for it, and does not fail without it: as long
 * as the server is away it is tried again, and after an upgrade the next page is loaded with the new build.
 */
export const lazyPart = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => {
    for (;;) {
      try {
        return { default: await load() };
      } catch {
        await askForBuild();
        await new Promise((resolve) => setTimeout(resolve, patience));
      }
    }
  });
