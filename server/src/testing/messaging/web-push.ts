import { pino } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { webPushReasons } from '../../features/messaging/channels/web-push/index.ts';
import { createWebPush, type WebPush } from '../../features/messaging/channels/web-push/web-push.ts';
import { unreadAmong, unreadOf } from '../../features/messaging/notifications/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/db/index.ts';
import { createHttpClient, type HttpClient } from '../../platform/http-client/index.ts';
import { createTestBrowser, type TestBrowser } from '../push-service/browser.ts';
import { type PushService, startPushService } from '../push-service/push-service.ts';
import { createMessagingBy } from './one-channel.ts';
import { storedRecipients } from './people.ts';
import { createShippedTexts } from './texts.ts';

export interface TestWebPush extends WebPush {
  readonly service: PushService;
  readonly httpClient: HttpClient;
  /** What was said of push services, each as `<service> <result>`. */
  readonly answers: string[];
  /** Push services that are left alone. */
  readonly opened: string[];
  /** Opens a session, as a browser has one. */
  openSession(userId: string): Promise<string>;
  /** A browser of the person that has subscribed; gives its device, too. */
  addDevice(userId: string): Promise<TestDevice>;
  close(): Promise<void>;
}

export interface TestDevice {
  readonly id: string;
  readonly endpoint: string;
  readonly sessionId: string;
  readonly browser: TestBrowser;
}

/** Web push beside a push service on this machine. */
export async function createTestWebPush(database: Database, clock: Clock): Promise<TestWebPush> {
  const service = await startPushService(() => clock.now().getTime());
  const answers: string[] = [];
  const opened: string[] = [];
  const httpClient = createHttpClient({
    userAgent: 'Rolecall test',
    timeoutMs: 1_000,
    maxBytes: 16_384,
    privateOrigins: [service.origin],
  });
  const webPush = createWebPush({
    database,
    clock,
    logger: pino({ level: 'silent' }),
    httpClient,
    recipients: storedRecipients,
    texts: createShippedTexts(),
    inboxes: { unreadAmong, unreadOf },
    secret: 'a secret of at least thirty-two characters',
    publicUrl: 'https://rolecall.example',
    subject: 'mailto:operator@rolecall.example',
    privateOrigins: [service.origin],
    onlineDelayMs: 0,
    concurrency: 4,
    events: {
      answered: (name, result) => answers.push(`${name} ${result}`),
      opened: (host) => opened.push(host),
    },
  });

  async function openSession(userId: string): Promise<string> {
    const id = uuidv7();
    const now = clock.now();
    await database.query
      .insertInto('sessions')
      .values({
        id,
        user_id: userId,
        token_hash: Buffer.from(id),
        created_at: now,
        refreshed_at: now,
        expires_at: new Date(now.getTime() + 86_400_000),
      })
      .execute();
    return id;
  }

  return {
    ...webPush,
    service,
    httpClient,
    answers,
    opened,
    openSession,
    async addDevice(userId) {
      const browser = await createTestBrowser();
      const publicKey = await webPush.devices.publicKey();
      const endpoint = service.subscribe(browser, publicKey);
      const sessionId = await openSession(userId);
      const { id } = await webPush.devices.subscribe(
        {
          userId,
          sessionId,
          userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
        },
        { endpoint, keys: browser.keys, public_key: publicKey },
      );
      return { id, endpoint, sessionId, browser };
    },
    async close() {
      await httpClient.close();
      await service.close();
    },
  };
}

/** Messaging by web push alone, wired as the program wires it. */
export const createPushMessaging = (database: Database, clock: Clock, { channel, sender }: TestWebPush) =>
  createMessagingBy({ database, clock, channel, sender, reasons: webPushReasons });
