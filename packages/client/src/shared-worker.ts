/**
 * Entry of a SharedWorker: it has the one connection of all tabs. A page gives it to the feed as
 * `shareAcrossTabs: { worker: () => new SharedWorker(…) }`, by an address that its bundler makes.
 */
import { createWorker } from './notifications/sharing/worker.ts';
import type { WorkerPort } from './notifications/sharing/worker-port.ts';

const takeIn = createWorker(navigator.locks);

// Neither the types of a page nor those of Node.js know the scope of a SharedWorker.
Reflect.set(globalThis, 'onconnect', ({ ports: [port] }: { readonly ports: readonly WorkerPort[] }) => {
  if (port !== undefined) takeIn(port);
});
