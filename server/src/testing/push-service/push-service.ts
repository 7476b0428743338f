import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { importJWK, jwtVerify } from 'jose';
import type { TestBrowser } from './browser.ts';

/** A push that the service took. */
export interface TakenPush {
  readonly endpoint: string;
  readonly ttl: number;
  readonly urgency: string;
  readonly topic: string | null;
  /** What the sender says of itself (VAPID). */
  readonly subject: string;
  /** As it came, encrypted. */
  readonly body: Uint8Array;
  /** As the browser reads it. */
  readonly text: string;
  readonly json: unknown;
}

/** How the service misbehaves: by an answer, or by none. */
export type Misbehaviour =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | 'hang'
  | 'reset';

/**
 * A push service (RFC 8030) on this machine. It knows the browsers that have subscribed, so it can do what no real one
 * can: it reads what it is given. It checks all that the protocol demands, and refuses what real services refuse.
 */
export interface PushService {
  readonly origin: string;
  /** Everything that was taken, in its order. */
  readonly taken: readonly TakenPush[];
  /** What was refused because it breaks the protocol, and why. */
  readonly violations: readonly string[];
  /** How many requests came. */
  readonly requests: () => number;
  /**
   * Subscribes a browser and gives its endpoint.
   * @param publicKey of the sender: pushes that are signed by another one are refused
   */
  subscribe(browser: TestBrowser, publicKey: string): string;
  /** The browser has gone: its endpoint is answered with 410. */
  unsubscribe(endpoint: string): void;
  /** What the next requests get, one each; without an endpoint: of whichever. */
  misbehave(answers: readonly Misbehaviour[], endpoint?: string): void;
  /** It does no more of what it was told for whichever endpoint. */
  recover(): void;
  close(): Promise<void>;
}

interface Subscription {
  readonly browser: TestBrowser;
  readonly publicKey: string;
}

class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const day = 86_400;
const urgencies = new Set(['very-low', 'low', 'normal', 'high']);

/** @param now the time by which tokens run out, in milliseconds */
export async function startPushService(now: () => number = Date.now): Promise<PushService> {
  const subscriptions = new Map<string, Subscription>();
  const scripts = new Map<string, Misbehaviour[]>();
  const anyScript: Misbehaviour[] = [];
  const taken: TakenPush[] = [];
  const violations: string[] = [];
  let requests = 0;

  const server = createServer((request, response) => {
    requests += 1;
    const endpoint = `${origin}${request.url}`;
    const script = scripts.get(endpoint)?.shift() ?? anyScript.shift();
    if (script === 'hang') return;
    if (script === 'reset') {
      request.socket.destroy();
      return;
    }
    readAll(request)
      .then(async (body) => {
        if (script !== undefined) {
          response.writeHead(script.status, script.headers).end(script.body);
          return;
        }
        taken.push(await take(endpoint, request, body));
        response.writeHead(201, { location: `${origin}/message/${randomUUID()}` }).end();
      })
      .catch((error: unknown) => {
        const status = error instanceof Refused ? error.status : 400;
        if (status !== 404 && status !== 410) violations.push(String(error));
        response.writeHead(status).end(String(error));
      });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the push service has no port');
  const origin = `http://127.0.0.1:${address.port}`;

  async function take(endpoint: string, request: IncomingMessage, body: Uint8Array): Promise<TakenPush> {
    const { method, headers } = request;
    if (method !== 'POST') throw new Refused(405, `${method} is not POST`);
    const subscription = subscriptions.get(endpoint);
    if (subscription === undefined) throw new Refused(404, 'there is no such subscription');
    const subject = await verify(headers.authorization, subscription.publicKey);
    const ttl = headers['ttl'];
    if (typeof ttl !== 'string' || !/^\d+$/.test(ttl)) throw new Refused(400, 'TTL is missing');
    const urgency = headers['urgency'] ?? 'normal';
    if (typeof urgency !== 'string' || !urgencies.has(urgency)) throw new Refused(400, 'Urgency is unknown');
    const topic = headers['topic'] ?? null;
    if (topic !== null && !(typeof topic === 'string' && /^[\w-]{1,32}$/.test(topic))) {
      throw new Refused(400, 'Topic is not 1 to 32 characters of base64url');
    }
    if (headers['content-encoding'] !== 'aes128gcm') throw new Refused(415, 'it is not aes128gcm');
    if (body.length > 4_096) throw new Refused(413, 'the body has more than 4,096 bytes');
    const text = new TextDecoder().decode(await subscription.browser.decrypt(body));
    return { endpoint, ttl: Number(ttl), urgency, topic, subject, body, text, json: JSON.parse(text) };
  }

  /** Answers who says to be the sender. */
  async function verify(authorization: string | undefined, expectedKey: string): Promise<string> {
    const [, token = '', key = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization ?? '') ?? [];
    if (token === '') throw new Refused(401, 'there is no VAPID');
    if (key !== expectedKey) throw new Refused(403, 'the key is not the one of the subscription');
    const point = Buffer.from(key, 'base64url');
    const publicKey = await importJWK(
      {
        kty: 'EC',
        crv: 'P-256',
        x: point.subarray(1, 33).toString('base64url'),
        y: point.subarray(33).toString('base64url'),
      },
      'ES256',
    );
    const { payload } = await jwtVerify(token, publicKey, {
      audience: origin,
      algorithms: ['ES256'],
      requiredClaims: ['exp', 'sub'],
      currentDate: new Date(now()),
    }).catch((error: unknown) => {
      throw new Refused(403, `the token does not hold: ${String(error)}`);
    });
    const { exp = 0, sub = '' } = payload;
    if (exp > now() / 1_000 + day) throw new Refused(403, 'the token holds for more than 24 hours');
    if (!/^(?:mailto:.+@.+|https:\/\/.+)$/.test(sub)) throw new Refused(403, `${sub} is nobody to turn to`);
    return sub;
  }

  return {
    origin,
    taken,
    violations,
    requests: () => requests,
    subscribe(browser, publicKey) {
      const endpoint = `${origin}/push/${randomUUID()}`;
      subscriptions.set(endpoint, { browser, publicKey });
      return endpoint;
    },
    unsubscribe(endpoint) {
      subscriptions.delete(endpoint);
      scripts.set(
        endpoint,
        Array.from({ length: 1_000 }, () => ({ status: 410 })),
      );
    },
    misbehave(answers, endpoint) {
      if (endpoint === undefined) anyScript.push(...answers);
      else scripts.set(endpoint, [...(scripts.get(endpoint) ?? []), ...answers]);
    },
    recover() {
      anyScript.length = 0;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function readAll(request: IncomingMessage): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces);
}
