import { ApplicationError } from '../../platform/errors/index.ts';

export interface TurnLimits {
  /** Requests of one person that are worked on at once. */
  readonly atOnce: number;
  /** Requests of one person that wait for that. */
  readonly waiting: number;
}

/**
 * Works on few requests of each person at once, and on the rest in the order in which they came. Whoever sends a hundred
 * changes of one thing at once would otherwise hold every connection to the database while they wait for each other, and
 * everybody else with them.
 */
export interface Turns {
  /** @throws {ApplicationError} `overloaded` when too many of this person wait already */
  take<Result>(userId: string, work: () => Promise<Result>): Promise<Result>;
}

interface Line {
  running: number;
  readonly waiting: (() => void)[];
}

export function createTurns({ atOnce, waiting: mostWaiting }: TurnLimits): Turns {
  const lines = new Map<string, Line>();

  function end(userId: string, line: Line): void {
    const next = line.waiting.shift();
    if (next !== undefined) {
      next();
      return;
    }
    line.running -= 1;
    if (line.running === 0) lines.delete(userId);
  }

  return {
    async take(userId, work) {
      const line = lines.get(userId) ?? { running: 0, waiting: [] };
      lines.set(userId, line);
      if (line.running < atOnce) line.running += 1;
      else if (line.waiting.length >= mostWaiting) throw new ApplicationError('overloaded');
      // Whoever ends hands its place on.
      else await new Promise<void>((resolve) => line.waiting.push(resolve));
      try {
        return await work();
      } finally {
        end(userId, line);
      }
    },
  };
}
