import type { RunningProcess } from '../edges/cli/actions.ts';
import type { Config } from '../platform/config/index.ts';
import { startBackground } from './background.ts';
import { createFeatures } from './features.ts';
import { openMailSender } from './mail.ts';
import { openPlatform, type Platform } from './platform.ts';
import { superviseProcess } from './process.ts';

/** Runs the background work alone. */
export async function work(
  config: Config,
  version: string,
  announce: (text: string) => void,
): Promise<RunningProcess> {
  const platform = await openPlatform(config, version);
  const closers: (() => Promise<void>)[] = [() => platform.close()];
  const closeAll = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const mailSender = await openMailSender(platform, config.mail.providers);
    if (mailSender !== undefined) closers.push(() => mailSender.close());
    let wake = () => {};
    const features = createFeatures(platform, {
      wakeDeliveries: () => wake(),
      mayBeConnected: () => true,
      mailSender: () => mailSender,
    });
    closers.push(() => features.templateRefresher.stop());
    await features.templateRefresher.start();
    const closeOperations = await listenForOperations(platform);
    closers.push(closeOperations);
    const background = await startBackground(platform, features, mailSender);
    wake = background.wakeDeliveries;
    closers.push(() => background.stop());
    announce('Rolecall is ready: working in the background\n');
    return superviseProcess(platform, async () => {
      platform.health.startDraining();
      await closeAll();
    });
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** Answers for health and metrics where a port is given for that. @returns the way to stop it */
async function listenForOperations({ config, health, metrics }: Platform): Promise<() => Promise<void>> {
  const { port } = config.worker;
  if (port === undefined) return async () => {};
  // Most workers have no port, and need no server for it.
  const { createOperationsServer } = await import('../edges/http/operations-server.ts');
  const app = createOperationsServer({ health, metrics, metricsToken: config.metrics.token });
  await app.listen({ host: config.http.host, port });
  return () => app.close();
}
