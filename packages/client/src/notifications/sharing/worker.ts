import { RolecallError } from '../../errors.ts';
import { NotificationSocket } from '../notification-socket.ts';
import { type Credentials, later, socketOptions } from '../socket-options.ts';
import { serveTabs } from './host.ts';
import { guestName, type Locks, type Party, partyName, withLock } from './protocol.ts';
import { listenToTab, type TokenAnswer, type TokenRequest, type WorkerPort } from './worker-port.ts';

/** How long a tab may take to get a token, in milliseconds; then another one is asked. */
const tokenPatience = 10_000;
/** Tabs that are asked for one token. */
const maximumAsked = 3;

/** What a worker serves: one person of one server. */
interface Service {
  readonly tokens: TabTokens;
  readonly ended: AbortController;
}

/**
 * Serves tabs from a worker.
 *
 * @returns what takes in a tab by its port
 */
export function createWorker(locks: Locks): (port: WorkerPort) => void {
  const services = new Map<string, Service>();

  function serve(party: Party): Service {
    const name = partyName(party);
    const present = services.get(name);
    if (present !== undefined) return present;
    const service = { tokens: new TabTokens(), ended: new AbortController() };
    services.set(name, service);
    void run(name, party, service);
    return service;
  }

  async function run(name: string, party: Party, { tokens, ended }: Service): Promise<void> {
    const { baseUrl, userId } = party;
    await withLock(locks, name, ended.signal, () =>
      serveTabs({
        ...{ party: name, locks, signal: ended.signal },
        connect: (cursors) =>
          new NotificationSocket(
            socketOptions({
              ...{ baseUrl, userId, cursors },
              accessToken: (minimumMs) => tokens.ask(minimumMs, false),
              refresh: () => tokens.ask(0, true),
              fetch: (input, init) => fetch(input, init),
              WebSocket: globalThis.WebSocket,
            }),
          ),
      }),
    );
    if (services.get(name)?.ended === ended) services.delete(name);
  }

  /** Takes a tab in. */
  function enter(port: WorkerPort, party: Party, guest: string) {
    const name = partyName(party);
    const service = serve(party);
    const gone = new AbortController();
    service.tokens.add(port);
    const leave = () => {
      gone.abort();
      if (!service.tokens.remove(port)) return;
      // Tabs that have no worker go on by themselves.
      if (services.get(name) === service) services.delete(name);
      service.ended.abort();
    };
    // A tab that is killed says nothing, but lets go of its lock.
    void withLock(locks, guestName(name, guest), gone.signal, async () => leave());
    return { leave, takeToken: (answer: TokenAnswer) => service.tokens.take(answer) };
  }

  return (port) => {
    let tab: ReturnType<typeof enter> | undefined;
    listenToTab(port, (message) => {
      if (message.say === 'serve') tab = enter(port, message.party, message.guest);
      else if (message.say === 'bye') tab?.leave();
      else tab?.takeToken(message);
    });
  };
}

type Token = Awaited<ReturnType<Credentials['accessToken']>>;

/** Gets tokens from the tabs, from the newest first: it is the likeliest one to be awake. */
class TabTokens {
  #ports: readonly WorkerPort[] = [];
  readonly #waiting = new Map<number, (answer: TokenAnswer | null) => void>();
  #requests = 0;

  add(port: WorkerPort): void {
    this.#ports = [port, ...this.#ports];
  }

  /** @returns whether that was the last one */
  remove(port: WorkerPort): boolean {
    this.#ports = this.#ports.filter((other) => other !== port);
    return this.#ports.length === 0;
  }

  take(message: TokenAnswer): void {
    this.#waiting.get(message.request)?.(message);
  }

  async ask(minimumMs: number, renew: boolean): Promise<Token> {
    for (const port of this.#ports.slice(0, maximumAsked)) {
      const answer = await this.#askOne(port, minimumMs, renew);
      if (answer?.say === 'token') return { token: answer.token, expiresAt: answer.expiresAt };
      if (answer?.isSignedOut)
        throw new RolecallError('unauthenticated', 'Nobody is signed in.', { status: 401 });
      // It sleeps; the others come first from now on.
      if (answer === null) this.#ports = [...this.#ports.filter((other) => other !== port), port];
    }
    throw new RolecallError('network_error', 'No tab has a token.');
  }

  #askOne(port: WorkerPort, minimumMs: number, renew: boolean) {
    this.#requests += 1;
    const request: TokenRequest = { request: this.#requests, minimumMs, renew };
    return new Promise<TokenAnswer | null>((resolve) => {
      const settle = (answer: TokenAnswer | null) => {
        cancelTimer();
        this.#waiting.delete(request.request);
        resolve(answer);
      };
      const cancelTimer = later(tokenPatience, () => settle(null));
      this.#waiting.set(request.request, settle);
      port.postMessage(request);
    });
  }
}
