import type { RunningProcess } from '../edges/cli/actions.ts';
import { openMailSender } from '../features/mail/dispatch/index.ts';
import { mailSettings } from '../features/mail/settings/index.ts';
import type { Config } from '../platform/config/index.ts';
import { startBackground, startServices } from './background.ts';
import { assembleFeatures } from './features.ts';
import type { Platform } from './foundation.ts';
import { refuseDemoPeople } from './people-findings.ts';
import { openPlatform } from './platform.ts';
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
    await refuseDemoPeople(platform.database.query, config);
    const mail = config.of(mailSettings);
    const mailSender = await openMailSender({ ...platform, settings: mail }, mail.providers);
    if (mailSender !== undefined) closers.push(() => mailSender.close());
    const assembly = assembleFeatures(platform, { mailSender, mayBeConnected: () => true });
    closers.push(await startServices(assembly.gather(({ services }) => services)));
    closers.push(await listenForOperations(platform));
    closers.push(await startBackground(assembly));
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
  const app = createOperationsServer({ health, metrics, metricsAccess: config.metrics });
  await app.listen({ host: config.http.host, port });
  return () => app.close();
}
