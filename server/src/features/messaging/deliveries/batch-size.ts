/**
 * How much a lane claims at once: what it sends in about a second. More saves statements, less keeps what has been
 * checked fresh and lets others help.
 */
export interface BatchSize {
  readonly current: number;
  /** @param milliseconds that a full batch has taken */
  learn(milliseconds: number): void;
}

const quickMs = 500;
const slowMs = 2_000;
const largest = 500;

/** @param places mails that are sent at the same time; no batch is smaller than that */
export function createBatchSize(places: number): BatchSize {
  let current = Math.min(places * 10, largest);
  return {
    get current() {
      return current;
    },
    learn(milliseconds) {
      if (milliseconds < quickMs) current = Math.min(current * 2, Math.max(largest, places));
      else if (milliseconds > slowMs) current = Math.max(Math.floor(current / 2), places);
    },
  };
}
