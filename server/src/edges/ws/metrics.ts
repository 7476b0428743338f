import type { ErrorCode } from '@rolecall/contract';
import type { Metrics } from '../../platform/observability/index.ts';

/** What the socket edge counts. */
export interface SocketMetrics {
  received(type: string): void;
  /** A client was answered with an error. */
  failed(code: ErrorCode): void;
}

export function createSocketMetrics(metrics: Metrics): SocketMetrics {
  const received = metrics.counter({
    name: 'rolecall_realtime_messages_received_total',
    help: 'Messages from clients by type',
    labels: ['type'],
  });
  const failed = metrics.counter({
    name: 'rolecall_realtime_errors_total',
    help: 'Error messages to clients by code',
    labels: ['code'],
  });
  return {
    received: (type) => received.inc({ type }),
    failed: (code) => failed.inc({ code }),
  };
}
