/** The pause between two looks at the work list, which a wake-up ends early. */
export interface Pacer {
  /** Waits for the time or for a wake-up; one that came since the last pause ends it at once. */
  pause(): Promise<void>;
  wake(): void;
}

/** @param milliseconds the longest pause */
export function createPacer(milliseconds: number): Pacer {
  let awake = false;
  let end: (() => void) | undefined;

  return {
    async pause() {
      if (!awake) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          end = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      end = undefined;
      awake = false;
    },
    wake() {
      awake = true;
      end?.();
    },
  };
}
