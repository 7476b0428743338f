import { Redis } from 'ioredis';

/** Reaches Redis or Valkey once. Throws the reason when it does not answer, without the address, which may hold a secret. */
export async function checkRedis(url: string): Promise<void> {
  const connection = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 5_000,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let reason: Error | undefined;
  connection.on('error', (error: Error) => {
    reason = error;
  });
  try {
    await connection.connect();
    await connection.ping();
  } catch (error) {
    throw reason ?? error;
  } finally {
    connection.disconnect();
  }
}
