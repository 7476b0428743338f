import { RolecallError } from '../../errors.ts';
import type { Credentials } from '../socket-options.ts';
import type { Party } from './protocol.ts';
import { listenToWorker, type SharedWorkerLike, type TabMessage, type TokenRequest } from './worker-port.ts';

/**
 * Has a worker serve the tabs of a person, with tokens of this tab.
 *
 * @param tab its name is that of the lock that it holds
 * @param onFailure there will be no worker
 * @returns the way to let go of it
 */
export function startWorker(
  create: () => SharedWorkerLike,
  tab: { readonly party: Party; readonly guest: string },
  credentials: Credentials,
  onFailure: () => void,
): () => void {
  let worker: SharedWorkerLike;
  try {
    worker = create();
  } catch {
    // The page is not allowed to, or there is no such thing here.
    onFailure();
    return () => {};
  }
  const { port } = worker;
  const say = (message: TabMessage) => port.postMessage(message);
  worker.addEventListener('error', onFailure);
  listenToWorker(port, async (request) => say(await answer(request, credentials)));
  say({ say: 'serve', ...tab });
  return () => say({ say: 'bye' });
}

async function answer(
  { request, minimumMs, renew }: TokenRequest,
  { accessToken, refresh }: Credentials,
): Promise<TabMessage> {
  try {
    if (renew) await refresh();
    const { token, expiresAt } = await accessToken(minimumMs);
    return { say: 'token', request, token, expiresAt };
  } catch (error) {
    const isSignedOut = error instanceof RolecallError && error.code === 'unauthenticated';
    return { say: 'no_token', request, isSignedOut };
  }
}
