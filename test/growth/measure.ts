/** CPU time of this thread in milliseconds, whatever else runs on the machine. */
async function cpuOf(work: () => unknown): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}

/** Clocks of CPU time are coarse, so a short one is taken from as many runs as make so many milliseconds. */
const leastMs = 10;
const mostRuns = 1_000;

async function averageOf(work: () => unknown): Promise<number> {
  let together = 0;
  let runs = 0;
  while (together < leastMs && runs < mostRuns) {
    const turns = Math.max(1, runs);
    together += await cpuOf(async () => {
      for (let turn = 0; turn < turns; turn++) await work();
    });
    runs += turns;
  }
  return together / runs;
}

/** In so many milliseconds nobody can take the square of 64 KB in steps, so what is faster needs no second look. */
const floorMs = 25;
const tries = 3;

interface Growth {
  readonly shortMs: number;
  readonly longMs: number;
  readonly ratio: number;
}

/**
 * How much more time a text takes that is eight times as long: about 8 times for what is linear, 64 for what takes the square.
 * What exceeds the limit is tried again, and the least time counts, since a collection of garbage or a first compilation only
 * ever adds.
 *
 * @returns null: it stays within the limit, or takes too little for anything else than linear
 */
export async function measureGrowth(
  read: (text: string) => unknown,
  make: (length: number) => string,
  mostRatio: number,
): Promise<Growth | null> {
  const [shortText, longText] = [make(8_192), make(65_536)];
  let longMs = Number.POSITIVE_INFINITY;
  let growth: Growth | null = null;
  for (let turn = 0; turn < tries; turn++) {
    longMs = Math.min(longMs, await cpuOf(() => read(longText)));
    if (longMs < floorMs) return null;
    const shortMs = await averageOf(() => read(shortText));
    const ratio = (longMs - floorMs / 2) / Math.max(shortMs, 0.1);
    if (ratio <= mostRatio) return null;
    growth = { shortMs, longMs, ratio };
  }
  return growth;
}

/** Milliseconds of CPU for a kilobyte of a text. */
export async function measureCost(read: (text: string) => unknown, text: string): Promise<number> {
  return (await averageOf(() => read(text))) * (1_024 / text.length);
}
