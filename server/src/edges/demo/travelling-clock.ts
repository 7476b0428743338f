import type { Clock } from '../../platform/clock/index.ts';

/** A clock that can be set back, for a demo whose people have lived through some days already. */
export interface TravellingClock extends Clock {
  /** Goes on from this moment as time passes. */
  travelTo(moment: Date): void;
  /** Shows the time of the other clock again. */
  comeBack(): void;
}

export function createTravellingClock(real: Clock): TravellingClock {
  let offset = 0;
  return {
    now: () => new Date(real.now().getTime() + offset),
    travelTo(moment) {
      offset = moment.getTime() - real.now().getTime();
    },
    comeBack() {
      offset = 0;
    },
  };
}
