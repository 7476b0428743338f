import type { ErrorCode } from '@rolecall/contract';
import type { Metrics } from '../../platform/observability/index.ts';

/** What the socket edge counts. */
export interface SocketMetrics {
  /** A handshake was refused, by HTTP status before the upgrade or by close code after it. */
  refused(code: number): void;
  received(type: string): void;
  /** A client was answered with an error. */
  failed(code: ErrorCode): void;
}

export function createSocketMetrics(metrics: Metrics): SocketMetrics {
  const refused = metrics.counter({
    name: 'rolecall_realtime_handshakes_refused_total',
    help: 'Sockets that were not opened, by HTTP status or close code',
    labels: ['code'],
  });
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
    refused: (code) => refused.inc({ code: String(code) }),
    received: (type) => received.inc({ type }),
    failed: (code) => failed.inc({ code }),
  };
}
