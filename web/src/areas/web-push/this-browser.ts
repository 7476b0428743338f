import type { PushDevice } from '@rolecall/contract';
import { client } from '../../client.ts';
import { chosen } from './chosen.ts';
import { pushSupport } from './support.ts';

/** The subscription of this browser, and what the server knows of it. */
export const thisBrowser = {
  /**
   * Asks for the permission where it is needed, and subscribes. To be called because of a click: browsers ask for nothing
   * else.
   *
   * @returns null: the person has not allowed it
   */
  async turnOn(accountId: string): Promise<PushDevice | null> {
    if ((await Notification.requestPermission()) !== 'granted') return null;
    const device = await register(await subscription('make'));
    chosen.set(accountId);
    return device;
  },

  /** Gets no more pushes here. */
  async turnOff(): Promise<void> {
    chosen.set(null);
    const current = await subscription('find');
    if (current === null) return;
    await client.webPush.unsubscribe({ body: { endpoint: current.endpoint } });
    await current.unsubscribe();
  },

  /**
   * Tells the server that this browser is here, for whoever is signed in now; makes good a subscription that was lost.
   * @returns null: it gets no pushes
   */
  async confirm(accountId: string): Promise<PushDevice | null> {
    if (pushSupport() !== 'granted') return null;
    const current = await subscription(chosen.isFor(accountId) ? 'make' : 'find');
    if (current === null) return null;
    chosen.set(accountId);
    return register(current);
  },

  /** Whoever signs out takes the pushes along. */
  async signedOut(): Promise<void> {
    if (pushSupport() !== 'granted') return;
    await (await subscription('find'))?.unsubscribe();
  },
};

const workerPath = '/service-worker.js';

async function subscription(wanted: 'make'): Promise<PushSubscription>;
async function subscription(wanted: 'make' | 'find'): Promise<PushSubscription | null>;
async function subscription(wanted: 'make' | 'find'): Promise<PushSubscription | null> {
  const registration =
    wanted === 'make'
      ? await navigator.serviceWorker.register(workerPath, { updateViaCache: 'none' })
      : await navigator.serviceWorker.getRegistration('/');
  const current = (await registration?.pushManager.getSubscription()) ?? null;
  if (registration === undefined || wanted === 'find') return current;
  const { public_key } = await client.webPush.readKey();
  if (current !== null && keyOf(current) === public_key) return current;
  // One that was made with another key takes nothing that we send.
  await current?.unsubscribe();
  await navigator.serviceWorker.ready;
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: public_key });
}

function register(current: PushSubscription): Promise<PushDevice> {
  const { endpoint, keys } = current.toJSON();
  return client.webPush.subscribe({
    body: {
      endpoint: endpoint ?? current.endpoint,
      keys: { p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '' },
      public_key: keyOf(current),
    },
  });
}

/** In base64url, as the server has it. */
function keyOf({ options }: PushSubscription): string {
  const bytes = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
