import { ApplicationError } from '../../platform/errors/index.ts';

export interface TurnLimits {
  /** Requests of one caller that are worked on at once. */
  readonly atOnce: number;
  /** Requests of one caller that wait for that. */
  readonly waiting: number;
}

/** A browser asks for about six things at once; the database has about twenty connections for all. */
export const turnsOfPeople: TurnLimits = { atOnce: 6, waiting: 1_000 };
/** Behind one address there may be a whole office. */
export const turnsOfGuests: TurnLimits = { atOnce: 16, waiting: 1_000 };

/**
 * Works on few requests of each caller at once, and on the rest in the order in which they came. Whoever sends a hundred
 * changes of one thing at once, or asks by five hundred connections, would otherwise hold every connection to the database, and
 * everybody else with them.
 */
export interface Turns {
  /**
   * @param caller the person, or the network of a guest
   * @throws {ApplicationError} `overloaded` when too many of this caller wait already
   */
  take<Result>(caller: string, work: () => Promise<Result>): Promise<Result>;
}

interface Line {
  running: number;
  readonly waiting: (() => void)[];
}

export function createTurns({ atOnce, waiting: mostWaiting }: TurnLimits): Turns {
  const lines = new Map<string, Line>();

  function end(caller: string, line: Line): void {
    const next = line.waiting.shift();
    if (next !== undefined) {
      next();
      return;
    }
    line.running -= 1;
    if (line.running === 0) lines.delete(caller);
  }

  return {
    async take(caller, work) {
      const line = lines.get(caller) ?? { running: 0, waiting: [] };
      lines.set(caller, line);
      if (line.running < atOnce) line.running += 1;
      else if (line.waiting.length >= mostWaiting) throw new ApplicationError('overloaded');
      // Whoever ends hands its place on.
      else await new Promise<void>((resolve) => line.waiting.push(resolve));
      try {
        return await work();
      } finally {
        end(caller, line);
      }
    },
  };
}
