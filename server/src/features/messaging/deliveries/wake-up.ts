/** Tells the workers of this process that something may have become due. */
export interface WakeUp {
  readonly wake: () => void;
  /** @returns the way to hear no more */
  listen(listener: () => void): () => void;
}

export function createWakeUp(): WakeUp {
  const listeners = new Set<() => void>();
  return {
    wake() {
      for (const listener of listeners) listener();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
