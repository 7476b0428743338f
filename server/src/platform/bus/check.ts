import { Redis } from 'ioredis';
import { isClusterUrl } from './redis-cluster.ts';

/** Reaches Redis or Valkey once. Throws the reason when it does not answer, without the address, which may hold a secret. */
export async function checkRedis(url: string): Promise<void> {
  const isCluster = isClusterUrl(url);
  const connection = new Redis(isCluster ? url.replace('-cluster:', ':') : url, {
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
    if (isCluster && !/cluster_state:ok/.test(String(await connection.cluster('INFO')))) {
      throw new Error('the cluster does not serve all slots');
    }
  } catch (error) {
    throw reason ?? error;
  } finally {
    connection.disconnect();
  }
}
