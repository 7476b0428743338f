import type { Timers } from '../platform/realtime/index.ts';
import type { FakeClock } from './clock.ts';

interface Task {
  at: number;
  readonly interval: number | undefined;
  readonly work: () => void;
}

/** Timers that only run when a test moves their clock. */
export class FakeTimers implements Timers {
  readonly #clock: FakeClock;
  readonly #tasks = new Set<Task>();
  #soon: (() => void)[] = [];

  constructor(clock: FakeClock) {
    this.#clock = clock;
  }

  soon(work: () => void): void {
    this.#soon.push(work);
  }

  after(milliseconds: number, work: () => void): () => void {
    return this.#add({ at: this.#now() + milliseconds, interval: undefined, work });
  }

  every(milliseconds: number, work: () => void): () => void {
    return this.#add({ at: this.#now() + milliseconds, interval: milliseconds, work });
  }

  /** Lets everything happen that needs no time. */
  async settle(): Promise<void> {
    do {
      await this.turn();
    } while (this.#soon.length > 0);
  }

  /** Lets one turn of the event loop pass. */
  async turn(): Promise<void> {
    const works = this.#soon;
    this.#soon = [];
    for (const work of works) work();
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** Moves the clock, and runs what falls due on the way, in its order. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#now() + milliseconds;
    await this.settle();
    for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
      this.#clock.set(new Date(Math.max(next.at, this.#now())));
      if (next.interval === undefined) this.#tasks.delete(next);
      else next.at += next.interval;
      next.work();
      await this.settle();
    }
    this.#clock.set(new Date(end));
  }

  #next(end: number): Task | undefined {
    let first: Task | undefined;
    for (const task of this.#tasks) {
      if (task.at <= end && (first === undefined || task.at < first.at)) first = task;
    }
    return first;
  }

  #add(task: Task): () => void {
    this.#tasks.add(task);
    return () => {
      this.#tasks.delete(task);
    };
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}
