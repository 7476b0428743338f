import type { Tx } from '../db/index.ts';

/** Hears of an event in the transaction that causes it; what it throws undoes that transaction. */
export type Listener<Payload> = (tx: Tx, payload: Payload) => Promise<unknown>;

/**
 * Something that happens to a feature and that others follow in the same transaction. The feature that it happens to
 * makes it and emits it; whoever follows is added when the features are put together, and not known to it.
 */
export interface TransactionEvent<Payload> {
  /** Tells the listeners one after another and waits for each. */
  readonly emit: (tx: Tx, payload: Payload) => Promise<void>;
  /** Adds a listener for as long as the event exists. */
  readonly on: (listener: Listener<Payload>) => void;
}

/**
 * @param told who hears first: what was added first, or last. Listeners lock rows, so their order is that of the locks
 * (ARCHITECTURE.md, Hazards): features are added from the bottom of the house to its top.
 */
export function createTransactionEvent<Payload>(
  told: 'first_added_first' | 'last_added_first' = 'first_added_first',
): TransactionEvent<Payload> {
  const listeners: Listener<Payload>[] = [];
  return {
    async emit(tx, payload) {
      for (const listen of listeners) await listen(tx, payload);
    },
    on(listener) {
      if (told === 'first_added_first') listeners.push(listener);
      else listeners.unshift(listener);
    },
  };
}
