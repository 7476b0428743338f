export { createEventLoopWatch, type EventLoopWatch, watchEventLoop } from './event-loop.ts';
export { createHealth, type Health, type Readiness } from './health.ts';
export { createLogger, type Logger, type LoggerOptions } from './logger.ts';
export { createMetrics, type Metrics } from './metrics.ts';
