import { type Base, defineModule, type Service } from '../../../composition/module.ts';
import type { TransactionEvent } from '../../../platform/events/index.ts';
import type { ChangedSettings } from '../preferences/index.ts';
import type { Recipients } from '../recipients/index.ts';
import { deliveryRoutes } from './deliveries.routes.ts';
import { createDeliveries } from './deliveries.ts';
import { migrations } from './migrations.ts';
import { notificationData } from './personal-data.ts';
import { createWakeUp, type WakeUp } from './wake-up.ts';
import type { DeliveryWorker } from './worker.ts';
import type { SharedWorkerDependencies } from './worker-dependencies.ts';

/** Created before whatever wakes the workers of this process. */
export const deliveryWakeUpModule = defineModule({
  name: 'messaging/deliveries',
  create: () => ({ deliveryWakeUp: createWakeUp() }),
});

type Needs = Base<'database' | 'clock' | 'reasons'> & {
  readonly recipients: Recipients;
  readonly settingsChanged: TransactionEvent<ChangedSettings>;
  readonly deliveryWakeUp: WakeUp;
};

export const deliveriesModule = defineModule({
  name: 'messaging/deliveries',
  migrations,
  create({ settingsChanged, deliveryWakeUp, ...needs }: Needs) {
    const deliveries = createDeliveries({ ...needs, wakeDeliveries: deliveryWakeUp.wake });
    settingsChanged.on((tx, { userId }) => deliveries.reconsider(tx, userId));
    return { deliveries };
  },
  brings: (parts) => ({ routes: deliveryRoutes(parts), personalData: [notificationData] }),
});

type WorkerNeeds = Base<'metrics' | 'config'> &
  Omit<SharedWorkerDependencies, 'refreshes'> & {
    readonly digests: Pick<SharedWorkerDependencies, 'refreshes'>;
    readonly deliveryWakeUp: WakeUp;
  };

/** Carries what is due by every channel that this process sends by. It follows all that it asks right before. */
export const deliveryWorkersModule = defineModule({
  name: 'messaging/deliveries',
  create: (needs: WorkerNeeds, gather) => ({
    deliveryWorkers: gather((brought) => brought.deliveryWorkers).map((open) =>
      open({ ...needs, refreshes: needs.digests.refreshes }),
    ),
  }),
  brings: ({ deliveryWorkers, metrics, config, deliveryWakeUp }) => ({
    workers: deliveryWorkers.map((worker): Service => {
      metrics.watchBreaker(worker.breaker);
      return {
        name: `deliveries by ${worker.breaker.name}`,
        start: () => startWorker(worker, deliveryWakeUp, config.shutdownSeconds * 1_000),
      };
    }),
  }),
});

async function startWorker(worker: DeliveryWorker, deliveryWakeUp: WakeUp, withinMs: number) {
  worker.start();
  const stopListening = deliveryWakeUp.listen(worker.wake);
  return async () => {
    stopListening();
    await worker.stop(withinMs);
  };
}
