import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { BreakerState } from '../resilience/index.ts';

interface MetricDescription<Label extends string> {
  /** With the unit at its end, such as `rolecall_http_request_duration_seconds`. */
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly Label[];
}

/** What Prometheus reads. Labels must have few values: never an id, an address or a name of a person. */
export interface Metrics {
  counter<Label extends string = never>(description: MetricDescription<Label>): Counter<Label>;
  /** @param collect sets the value at the moment of reading */
  gauge<Label extends string = never>(
    description: MetricDescription<Label>,
    collect?: (gauge: Gauge<Label>) => void | Promise<void>,
  ): Gauge<Label>;
  /** @param buckets upper bounds, in the unit of the metric */
  histogram<Label extends string = never>(
    description: MetricDescription<Label>,
    buckets: readonly number[],
  ): Histogram<Label>;
  /** Shows the state of a breaker. */
  watchBreaker(breaker: { readonly name: string; state(): BreakerState }): void;
  readonly contentType: string;
  render(): Promise<string>;
}

const breakerValues: Readonly<Record<BreakerState, number>> = { closed: 0, half_open: 1, open: 2 };

/** Metrics of one process, the usual ones of Node.js among them. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const common = <Label extends string>({ name, help, labels = [] }: MetricDescription<Label>) => ({
    name,
    help,
    labelNames: [...labels],
    registers: [registry],
  });

  const metrics: Metrics = {
    counter: (description) => new Counter(common(description)),
    gauge<Label extends string>(
      description: MetricDescription<Label>,
      collect?: (gauge: Gauge<Label>) => void | Promise<void>,
    ) {
      const gauge: Gauge<Label> = new Gauge({
        ...common(description),
        ...(collect === undefined ? {} : { collect: () => collect(gauge) }),
      });
      return gauge;
    },
    histogram: (description, buckets) => new Histogram({ ...common(description), buckets: [...buckets] }),
    watchBreaker: (breaker) => {
      breakers.set(breaker.name, breaker);
    },
    contentType: registry.contentType,
    render: () => registry.metrics(),
  };

  const breakers = new Map<string, Parameters<Metrics['watchBreaker']>[0]>();
  metrics.gauge(
    {
      name: 'rolecall_breaker_state',
      help: 'State of the breaker of each other side: 0 closed, 1 half open, 2 open',
      labels: ['name'],
    },
    (gauge) => {
      for (const [name, breaker] of breakers) gauge.set({ name }, breakerValues[breaker.state()]);
    },
  );
  return metrics;
}
