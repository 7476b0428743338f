export type { Bus, BusListener, BusSubscription } from './bus.ts';
export { checkRedis } from './check.ts';
export { createInProcessBus } from './in-process.ts';
export { createRedisBus, type RedisBusOptions } from './redis.ts';
export { createRedisClusterBus, isClusterUrl, type RedisClusterBusOptions } from './redis-cluster.ts';
