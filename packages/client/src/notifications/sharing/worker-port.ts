import { isRecord } from '../cursors.ts';
import type { Party } from './protocol.ts';

/** What is used of a `MessagePort`. */
export interface WorkerPort {
  start(): void;
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** What is used of a `SharedWorker`. */
export interface SharedWorkerLike {
  readonly port: WorkerPort;
  addEventListener(type: 'error', listener: () => void): void;
}

/** What a tab says to the worker: tokens go this way, and to nobody else. */
export type TabMessage =
  /** `guest` is the tab's name, of which it holds the lock. */
  | { readonly say: 'serve'; readonly party: Party; readonly guest: string }
  | { readonly say: 'bye' }
  | { readonly say: 'token'; readonly request: number; readonly token: string; readonly expiresAt: number }
  | { readonly say: 'no_token'; readonly request: number; readonly isSignedOut: boolean };

/** What it answers to a `TokenRequest`. */
export type TokenAnswer = Extract<TabMessage, { readonly request: number }>;

/** The worker needs a token of at least `minimumMs`; with `renew` a new one, whatever the old one claims. */
export interface TokenRequest {
  readonly request: number;
  readonly minimumMs: number;
  readonly renew: boolean;
}

/** Only this module and the worker's entry post on these ports. */
const isTabMessage = (value: unknown): value is TabMessage =>
  isRecord(value) && typeof value['say'] === 'string';
const isTokenRequest = (value: unknown): value is TokenRequest =>
  isRecord(value) && typeof value['request'] === 'number';

export function listenToTab(port: WorkerPort, hear: (message: TabMessage) => void): void {
  port.addEventListener('message', ({ data }) => {
    if (isTabMessage(data)) hear(data);
  });
  port.start();
}

export function listenToWorker(port: WorkerPort, hear: (request: TokenRequest) => void): void {
  port.addEventListener('message', ({ data }) => {
    if (isTokenRequest(data)) hear(data);
  });
  port.start();
}
