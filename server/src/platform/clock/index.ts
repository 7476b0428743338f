/** The only source of the current time. Code that decides by time takes a clock, so that tests can set it. */
export interface Clock {
  /** The current instant. */
  now(): Date;
}

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => new Date(),
};
