import { expect, it } from 'vitest';
import type { BreakerState } from '../resilience/index.ts';
import { createMetrics } from './index.ts';

it('renders counters, gauges, histograms and the metrics of the process', async () => {
  const metrics = createMetrics();
  metrics.counter({ name: 'sent_total', help: 'h', labels: ['channel'] }).inc({ channel: 'email' }, 2);
  metrics.gauge({ name: 'waiting', help: 'h' }, (gauge) => gauge.set(7));
  metrics.histogram({ name: 'duration_seconds', help: 'h' }, [0.1, 1]).observe(0.5);
  const page = await metrics.render();
  expect(page).toContain('sent_total{channel="email"} 2');
  expect(page).toContain('waiting 7');
  expect(page).toContain('duration_seconds_bucket{le="1"} 1');
  expect(page).toContain('nodejs_eventloop_lag_seconds');
});

it('shows the state of every breaker as it is at the moment', async () => {
  const metrics = createMetrics();
  let state: BreakerState = 'closed';
  metrics.watchBreaker({ name: 'smtp', state: () => state });
  expect(await metrics.render()).toContain('rolecall_breaker_state{name="smtp"} 0');
  state = 'open';
  expect(await metrics.render()).toContain('rolecall_breaker_state{name="smtp"} 2');
});
