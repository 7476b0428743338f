/** Lets work run later. Tests bring their own, so that they decide when time passes. */
export interface Timers {
  /** Runs the work when the current turn of the event loop has handled what came in. */
  soon(work: () => void): void;
  /** Runs the work once after so many milliseconds; returns the way to call it off. */
  after(milliseconds: number, work: () => void): () => void;
  /** Runs the work again and again until it is called off. */
  every(milliseconds: number, work: () => void): () => void;
}

/** Timers of the machine. They keep no process alive. */
export const systemTimers: Timers = {
  soon: (work) => {
    setImmediate(work);
  },
  after: (milliseconds, work) => {
    const timer = setTimeout(work, milliseconds).unref();
    return () => clearTimeout(timer);
  },
  every: (milliseconds, work) => {
    const timer = setInterval(work, milliseconds).unref();
    return () => clearInterval(timer);
  },
};
