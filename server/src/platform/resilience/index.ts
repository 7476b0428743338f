export { AdaptiveRate } from './adaptive-rate.ts';
export { type BreakerState, CircuitBreaker } from './circuit-breaker.ts';
export { type Delay, Limiter, systemDelay } from './limiter.ts';
export { TokenBucket } from './token-bucket.ts';
