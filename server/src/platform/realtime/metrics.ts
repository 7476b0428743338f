import type { Metrics } from '../observability/index.ts';

/** What the hub counts. */
export interface HubMetrics {
  connected(role: string): void;
  /** @param seconds how long it was open */
  disconnected(role: string, seconds: number): void;
  sent(messages: number, bytes: number): void;
  /** Seconds from the commit to the first write of what tells of it. */
  delivered(seconds: number): void;
  /** One query caught up so many connections with so many entries. */
  caughtUp(connections: number, entries: number): void;
  /** A connection has fallen behind; with it so many are. */
  lagging(connections: number): void;
  /** A connection has caught up or ended; so many are still behind. */
  lagEnded(connections: number): void;
  resynced(): void;
  /** @param isFirst whether the connection has not done so before: its client had another one */
  resumed(isFirst: boolean): void;
  /** The server has closed a connection. */
  closed(code: number): void;
}

export function createHubMetrics(metrics: Metrics): HubMetrics {
  const connections = metrics.gauge({
    name: 'rolecall_realtime_connections',
    help: 'Open sockets by role',
    labels: ['role'],
  });
  const duration = metrics.histogram(
    { name: 'rolecall_realtime_connection_duration_seconds', help: 'How long sockets were open' },
    [1, 10, 60, 600, 3_600, 21_600, 86_400],
  );
  const messages = metrics.counter({
    name: 'rolecall_realtime_messages_sent_total',
    help: 'Messages written to sockets',
  });
  const bytes = metrics.counter({
    name: 'rolecall_realtime_bytes_sent_total',
    help: 'Bytes written to sockets',
  });
  const delivery = metrics.histogram(
    {
      name: 'rolecall_realtime_delivery_seconds',
      help: 'From the commit of a notification to its first write to a socket of a node',
    },
    [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  );
  const catchUps = metrics.counter({
    name: 'rolecall_realtime_catch_ups_total',
    help: 'Connections that were caught up from the database',
  });
  const catchUpQueries = metrics.counter({
    name: 'rolecall_realtime_catch_up_queries_total',
    help: 'Queries that caught up connections, many in each',
  });
  const catchUpEntries = metrics.counter({
    name: 'rolecall_realtime_catch_up_entries_total',
    help: 'Notifications that were read to catch up',
  });
  const lags = metrics.counter({
    name: 'rolecall_realtime_lagging_total',
    help: 'Connections that fell behind because their client reads too slowly',
  });
  const laggingNow = metrics.gauge({
    name: 'rolecall_realtime_lagging_connections',
    help: 'Open sockets that are behind because their client reads too slowly',
  });
  const resyncs = metrics.counter({
    name: 'rolecall_realtime_resyncs_total',
    help: 'Connections whose missed part could not be sent',
  });
  const resumes = metrics.counter({
    name: 'rolecall_realtime_resumes_total',
    help: 'Requests of clients for what they had missed',
  });
  const reconnects = metrics.counter({
    name: 'rolecall_realtime_reconnects_total',
    help: 'Connections of clients that had been here before and went on where they were',
  });
  const closes = metrics.counter({
    name: 'rolecall_realtime_closes_total',
    help: 'Connections that the server closed, by close code',
    labels: ['code'],
  });
  return {
    connected: (role) => connections.inc({ role }),
    disconnected(role, seconds) {
      connections.dec({ role });
      duration.observe(seconds);
    },
    sent(count, size) {
      messages.inc(count);
      bytes.inc(size);
    },
    delivered: (seconds) => delivery.observe(seconds),
    caughtUp(count, entries) {
      catchUpQueries.inc();
      catchUps.inc(count);
      catchUpEntries.inc(entries);
    },
    lagging(count) {
      lags.inc();
      laggingNow.set(count);
    },
    lagEnded: (count) => laggingNow.set(count),
    resynced: () => resyncs.inc(),
    resumed(isFirst) {
      resumes.inc();
      if (isFirst) reconnects.inc();
    },
    closed: (code) => closes.inc({ code: String(code) }),
  };
}
