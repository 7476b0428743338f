import { AsyncLocalStorage } from 'node:async_hooks';

const callers = new AsyncLocalStorage<string>();

/** Whatever this work has parsed is parsed on behalf of this person, who shares the threads fairly with all others. */
export const onBehalfOf = <Result>(userId: string, work: () => Result): Result => callers.run(userId, work);

/** For whom is being worked; null: for nobody in particular. */
export const currentCaller = (): string | null => callers.getStore() ?? null;

/** Callers whose turns are remembered. */
const mostRemembered = 1_000;

/**
 * Calls that wait. The next one is of whoever was served longest ago, and one caller never has the last free place: whoever sends
 * many texts that are hard to read waits for himself.
 */
export class FairLine<Call extends { readonly caller: string | null }> {
  readonly #waiting: Call[] = [];
  /** The turn at which each caller was last served, the latest last. */
  readonly #served = new Map<string, number>();
  readonly #mostOfOne: number;
  #turn = 0;

  /** @param mostOfOne calls of one caller that may run at once */
  constructor(mostOfOne: number) {
    this.#mostOfOne = mostOfOne;
  }

  get length(): number {
    return this.#waiting.length;
  }

  push(call: Call): void {
    this.#waiting.push(call);
  }

  /** Whether it was still waiting. */
  leave(call: Call): boolean {
    const place = this.#waiting.indexOf(call);
    if (place === -1) return false;
    this.#waiting.splice(place, 1);
    return true;
  }

  /** @param running how many calls of a caller run now */
  next(running: (caller: string) => number): Call | undefined {
    let chosen: Call | undefined;
    let earliest = Number.POSITIVE_INFINITY;
    for (const call of this.#waiting) {
      const { caller } = call;
      if (caller !== null && running(caller) >= this.#mostOfOne) continue;
      const served = caller === null ? 0 : (this.#served.get(caller) ?? 0);
      if (served >= earliest) continue;
      chosen = call;
      earliest = served;
    }
    return chosen;
  }

  /** Takes a call that {@link next} has named out of the line. */
  serve(call: Call): void {
    this.leave(call);
    if (call.caller === null) return;
    this.#served.delete(call.caller);
    this.#turn += 1;
    this.#served.set(call.caller, this.#turn);
    const [longestAgo] = this.#served.keys();
    if (this.#served.size > mostRemembered && longestAgo !== undefined) this.#served.delete(longestAgo);
  }

  clear(): Call[] {
    return this.#waiting.splice(0);
  }
}
