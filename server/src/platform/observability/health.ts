import type { Clock } from '../clock/index.ts';

/** Throws when the part does not work. The signal ends with the time that the check has. */
type Check = (signal: AbortSignal) => Promise<void>;

export interface Readiness {
  readonly ready: boolean;
  /** Each part by its name. Reasons go to the log, not to whoever asks. */
  readonly checks: Readonly<Record<string, 'ok' | 'failed' | 'timed_out'>>;
  /** The process is finishing its work and takes no more. */
  readonly draining: boolean;
}

export interface Health {
  /**
   * Makes readiness depend on a part.
   *
   * @param timeoutMs how long the check may take, in milliseconds
   */
  register(name: string, check: Check, timeoutMs?: number): void;
  /** Runs all checks side by side, at most once a second however often it is asked. */
  ready(): Promise<Readiness>;
  /** From now on the process is not ready, so that balancers turn away from it. */
  startDraining(): void;
}

interface HealthOptions {
  readonly clock: Clock;
  readonly onFailure: (name: string, error: unknown) => void;
}

const cachedForMs = 1000;
const defaultTimeoutMs = 2000;

export function createHealth({ clock, onFailure }: HealthOptions): Health {
  const checks = new Map<string, { check: Check; timeoutMs: number }>();
  let draining = false;
  let latest: { readonly at: number; readonly results: Promise<Readiness['checks']> } | undefined;

  async function run(name: string, check: Check, timeoutMs: number) {
    const signal = AbortSignal.timeout(timeoutMs);
    const timedOut = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    try {
      await Promise.race([check(signal), timedOut]);
      return [name, 'ok'] as const;
    } catch (error) {
      onFailure(name, error);
      return [name, signal.aborted ? 'timed_out' : 'failed'] as const;
    }
  }

  async function runAll(): Promise<Readiness['checks']> {
    const runs = [...checks].map(([name, { check, timeoutMs }]) => run(name, check, timeoutMs));
    return Object.fromEntries(await Promise.all(runs));
  }

  return {
    register(name, check, timeoutMs = defaultTimeoutMs) {
      checks.set(name, { check, timeoutMs });
    },
    async ready() {
      const now = clock.now().getTime();
      if (latest === undefined || now - latest.at >= cachedForMs) latest = { at: now, results: runAll() };
      const results = await latest.results;
      const healthy = Object.values(results).every((result) => result === 'ok');
      return { ready: healthy && !draining, checks: results, draining };
    },
    startDraining() {
      draining = true;
    },
  };
}
