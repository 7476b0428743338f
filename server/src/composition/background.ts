import type { Assembly } from './features.ts';
import type { Service } from './module.ts';

/** Finishes what is in flight, and stops. */
export type Stop = () => Promise<void>;

type StopOne = () => Promise<unknown>;

/** The last one first: it may need those before it. */
const inTurn = async (stops: readonly StopOne[]) => {
  for (const stop of stops.toReversed()) await stop();
};

/** Each may wait for what it has in flight, and all of them share the time that a process has to stop. */
const together = async (stops: readonly StopOne[]) => {
  await Promise.all(stops.map((stop) => stop()));
};

/** Starts them one after another. When one fails, those before it are stopped. */
async function start(
  services: readonly Service[],
  stopAll: (stops: readonly StopOne[]) => Promise<void>,
): Promise<Stop> {
  const stops: StopOne[] = [];
  const stop = () => stopAll(stops.splice(0));
  try {
    for (const service of services) stops.push(await service.start());
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

/** Starts what lives as long as the process; it is stopped in the opposite order. */
export const startServices = (services: readonly Service[]): Promise<Stop> => start(services, inTurn);

/** Starts what works in the background; all of it is stopped at the same time. */
export const startWorkers = (workers: readonly Service[]): Promise<Stop> => start(workers, together);

/**
 * Everything that happens without somebody asking: tasks, schedules, deliveries and whatever else modules bring. While the
 * database cannot write for want of room, it waits; stopping ends the waiting.
 */
export async function startBackground(
  assembly: Assembly,
  /** Done as soon as tasks can be enqueued, and before schedules are set and anything is sent. */
  first: () => Promise<void> = async () => {},
): Promise<Stop> {
  const stopping = new AbortController();
  const stop = await assembly.parts.database.patiently(stopping.signal, () => startAll(assembly, first));
  return async () => {
    stopping.abort();
    await stop();
  };
}

async function startAll({ parts: { queue }, gather }: Assembly, first: () => Promise<void>): Promise<Stop> {
  const work = gather((brought) => brought.work);
  for (const { register } of work) register();
  await queue.start();
  const workers: Service[] = [
    { name: 'queue', start: async () => () => queue.stop() },
    {
      name: 'what comes first',
      async start() {
        await first();
        return async () => {};
      },
    },
    {
      name: 'schedules',
      async start() {
        for (const { schedule } of work) await schedule?.();
        return async () => {};
      },
    },
    ...gather((brought) => brought.workers),
  ];
  return startWorkers(workers);
}
