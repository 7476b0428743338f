import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunningProcess } from '../edges/cli/actions.ts';
import type { Demo } from '../edges/demo/index.ts';
import { createHttpServer } from '../edges/http/server.ts';
import { encodeNotification } from '../edges/ws/index.ts';
import type { MailSender } from '../features/mail/sending/index.ts';
import type { MailTracking } from '../features/mail/tracking/index.ts';
import { startMailSink } from '../features/messaging/mailbox/index.ts';
import { createPresenceTracker, type PresenceTracker } from '../features/messaging/presence/index.ts';
import { createOverview } from '../features/oversight/overview/index.ts';
import { type Config, singleMailServer } from '../platform/config/index.ts';
import { createHub, createHubMetrics, type Hub } from '../platform/realtime/index.ts';
import { type Background, startBackground } from './background.ts';
import { createConfiguredDemo } from './demo.ts';
import { createFeatures, type Features } from './features.ts';
import { attachLiveEdges } from './live-edges.ts';
import { openMailSender } from './mail.ts';
import { createConfiguredWebhooks } from './mail-feedback.ts';
import { createConfiguredTracking } from './mail-tracking.ts';
import { openPlatform, type Platform } from './platform.ts';
import { superviseProcess } from './process.ts';
import { createRoutes } from './routes.ts';

const webFolder = fileURLToPath(new URL('../../../web/dist', import.meta.url));
/** Clients that lose their socket in a drain come back spread over this time, in milliseconds. */
const drainSpreadMs = 2_000;

/** Runs everything in this process: web, sockets and background work. */
export async function serve(
  given: Config,
  version: string,
  announce: (text: string) => void,
): Promise<RunningProcess> {
  const config = await withFreePort(given);
  const platform = await openPlatform(config, version);
  const closers: (() => Promise<unknown> | unknown)[] = [() => platform.close()];
  const closeAll = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    let background: Background | undefined;
    let hub: Hub | undefined;
    let mailSender: MailSender | undefined;
    const features = createFeatures(platform, {
      mailSender: () => mailSender,
      wakeDeliveries: () => background?.wakeDeliveries(),
      // With other nodes about nobody knows who is connected there.
      mayBeConnected: (userId) => config.redis.url !== undefined || hub?.isConnected(userId) === true,
    });

    const { database, logger } = platform;
    closers.push(() => features.mjml.close());
    closers.push(() => features.templateRefresher.stop());
    await features.templateRefresher.start();
    let { providers } = config.mail;
    if (config.mailbox.enabled) {
      const sink = await startMailSink({ database, mailbox: features.mailbox, logger });
      closers.push(() => sink.close());
      providers = [singleMailServer(sink.url)];
    }
    mailSender = await openMailSender(platform, providers);
    closers.push(() => mailSender?.close());

    const tracker = createPresenceTracker(platform);
    closers.push(() => tracker.stop());
    hub = createConfiguredHub(platform, features, tracker);
    const openHub = hub;
    closers.push(() => openHub.stop());
    const demo = config.demo ? createConfiguredDemo(platform, features, openHub) : undefined;
    const tracking = createConfiguredTracking(platform, features);
    closers.push(() => tracking.close());
    const app = await createApp(platform, features, tracking, demo);
    closers.push(() => app.close());
    const detachSockets = attachLiveEdges(platform, features, openHub, app);

    background = await startBackground(platform, features, mailSender);
    const { stop: stopBackground } = background;
    closers.push(stopBackground);
    await demo?.load();
    await app.listen({ host: config.http.host, port: config.http.port });
    demo?.start();
    logger.info({ url: config.http.publicUrl }, 'ready');
    announce(banner(config, demo));

    return superviseProcess(platform, async () => {
      platform.health.startDraining();
      demo?.stop();
      detachSockets();
      await Promise.all([openHub.drain(drainSpreadMs), app.close()]);
      await closeAll();
    });
  } catch (error) {
    await closeAll();
    throw error;
  }
}

function createConfiguredHub(
  { bus, database, clock, logger, metrics }: Platform,
  { streams, topics }: Features,
  tracker: PresenceTracker,
): Hub {
  return createHub({
    bus,
    clock,
    logger,
    encode: encodeNotification,
    metrics: createHubMetrics(metrics),
    onPresence: (person) => tracker.note(person),
    reader: {
      epoch: () => streams.epoch(database.query),
      heads: (userIds) => streams.heads(database.query, userIds),
      readStreams: (cursors, limit) => streams.readStreams(database.query, cursors, limit),
    },
    topicReader: {
      heads: (names) => topics.heads(database.query, names),
      read: (name, afterSeq, limit) => topics.read(database.query, name, afterSeq, limit),
    },
  });
}

async function createApp(
  platform: Platform,
  features: Features,
  tracking: MailTracking,
  demo: Demo | undefined,
) {
  const { config, version, clock, database } = platform;
  const overview = createOverview({
    database,
    clock,
    countConnections: async () => (await features.presence.summary(database.query)).connections,
    async readQueues() {
      const counts = await features.queue.stats();
      return counts.map(({ task, ready, deferred, active, failed }) => ({
        name: task,
        waiting: ready + deferred,
        active,
        failed,
      }));
    },
  });
  return createHttpServer({
    ...platform,
    authenticate: features.accounts.authenticate,
    readKeySet: features.accounts.keySet,
    unsubscribe: features.unsubscription,
    mailWebhooks: createConfiguredWebhooks(platform, features),
    tracking,
    webFolder,
    routes: createRoutes(platform, features, overview, {
      name: 'Rolecall',
      version,
      environment: config.environment,
      mailbox: config.mailbox.enabled,
      upload_limit_bytes: config.http.uploadLimitBytes,
      email_tracking: config.mail.tracking,
      demo_people: demo === undefined ? [] : [...demo.people],
    }),
  });
}

/**
 * Makes sure that the port is free before the database is opened, which takes a while, and chooses one where any will
 * do, since links in mails have to name it.
 */
async function withFreePort(config: Config): Promise<Config> {
  const probe = createServer();
  probe.listen(config.http.port, config.http.host);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (config.http.port !== 0 || address === null || typeof address === 'string') return config;
  const { port } = address;
  const publicUrl = config.http.publicUrl.replace(/:0$/, `:${port}`);
  const allowedOrigins = config.http.allowedOrigins.map((origin) => origin.replace(/:0$/, `:${port}`));
  return { ...config, http: { ...config.http, port, publicUrl, allowedOrigins } };
}

function banner(config: Config, demo: Demo | undefined): string {
  const lines = [`Rolecall is ready: ${config.http.publicUrl}`];
  if (demo !== undefined) {
    lines.push('Sign in with one click, or as');
    for (const { role, email, password } of demo.people) {
      lines.push(`  ${role.replace('_', ' ').padEnd(10)}  ${email.padEnd(20)}  password ${password}`);
    }
  }
  if (config.database.url === undefined)
    lines.push(`Data is kept in ${path.relative('', config.dataDirectory) || '.'}`);
  return `${lines.join('\n')}\n`;
}
