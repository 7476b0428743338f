import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Instance, type Role, roleSchema, type ServerMessage } from '@rolecall/contract';
import type { RunningProcess } from '../edges/cli/actions.ts';
import { createDemo, createTravellingClock, type Demo, isDemoLoaded } from '../edges/demo/index.ts';
import { instanceRoutes } from '../edges/http/instance.ts';
import { createHttpServer } from '../edges/http/server.ts';
import { encodeNotification, hubProtocol } from '../edges/ws/index.ts';
import { oidcSettings } from '../features/identity/oidc/index.ts';
import { relyingPartyOf } from '../features/identity/passkeys/index.ts';
import { mailSettings } from '../features/mail/settings/index.ts';
import { trackingSettings } from '../features/mail/tracking/index.ts';
import { createPresenceTracker, type PresenceTracker } from '../features/messaging/presence/index.ts';
import type { Config } from '../platform/config/index.ts';
import { createHub, createHubMetrics, type Hub } from '../platform/realtime/index.ts';
import { startBackground, startServices } from './background.ts';
import { createDemoStory, storyBegins } from './demo-story.ts';
import { type Assembly, assembleFeatures, type Features } from './features.ts';
import type { Platform } from './foundation.ts';
import { attachLiveEdges } from './live-edges.ts';
import { openConfiguredMail } from './mail.ts';
import { refuseDemoPeople } from './people-findings.ts';
import { openPlatform } from './platform.ts';
import { superviseProcess } from './process.ts';
import { onceFolderIsFree, withFreePort } from './take-over.ts';

const webFolder = fileURLToPath(new URL('../../../web/dist', import.meta.url));
/** Clients that lose their socket in a drain come back spread over this time, in milliseconds. */
const drainSpreadMs = 2_000;

/** Runs everything in this process: web, sockets and background work. */
export async function serve(
  given: Config,
  version: string,
  announce: (text: string) => void,
): Promise<RunningProcess> {
  const config = await withFreePort(given, announce);
  const opened = await onceFolderIsFree(announce, () => openPlatform(config, version));
  const clock = createTravellingClock(opened.clock);
  const platform = { ...opened, clock };
  const closers: (() => Promise<unknown> | unknown)[] = [() => platform.close()];
  const closeAll = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const { database, logger } = platform;
    await refuseDemoPeople(database.query, config);
    // Before anything is made that notes the time: nothing must see it go backwards.
    if (config.demo && !(await isDemoLoaded(database.query))) clock.travelTo(storyBegins(opened.clock.now()));
    const mail = await openConfiguredMail(platform);
    closers.push(() => mail.close());
    const { mailSender } = mail;

    let hub: Hub<ServerMessage, Role> | undefined;
    const assembly = assembleFeatures(platform, {
      mailSender,
      // With other nodes about nobody knows who is connected there.
      mayBeConnected: (userId) => config.redis.url !== undefined || hub?.isConnected(userId) === true,
    });
    const features = assembly.parts;
    closers.push(await startServices(assembly.gather(({ services }) => services)));

    const tracker = createPresenceTracker(platform);
    closers.push(() => tracker.stop());
    hub = createConfiguredHub(platform, features, tracker);
    const openHub = hub;
    closers.push(() => openHub.stop());
    const demo = config.demo
      ? createDemo({
          ...platform,
          parts: [...assembly.gather((brought) => brought.demo), createDemoStory(features, clock)],
          isConnected: openHub.isConnected,
        })
      : undefined;
    const app = await createApp(platform, assembly, demo);
    closers.push(() => app.close());
    const detachSockets = attachLiveEdges(platform, features, openHub, app);

    closers.push(await startBackground(assembly, async () => demo?.load()));
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

export function createConfiguredHub(
  { bus, database, clock, logger, metrics }: Platform,
  { streams, topics }: Features,
  tracker: PresenceTracker,
): Hub<ServerMessage, Role> {
  return createHub({
    bus,
    clock,
    logger,
    encode: encodeNotification,
    protocol: hubProtocol,
    metrics: createHubMetrics(metrics),
    onPresence: ({ userId, role, connections }) =>
      tracker.note({ userId, role: roleSchema.parse(role), connections }),
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

export function createApp(platform: Platform, { parts, gather }: Assembly, demo: Demo | undefined) {
  const { config, version } = platform;
  const instance: Instance = {
    name: 'Rolecall',
    version,
    environment: config.environment,
    mailbox: config.of(mailSettings).hasMailbox,
    upload_limit_bytes: config.http.uploadLimitBytes,
    email_tracking: config.of(trackingSettings).isOn,
    sign_in: signInWays(config),
    demo_people: demo === undefined ? [] : [...demo.people],
  };
  return createHttpServer({
    ...platform,
    authenticate: parts.accounts.authenticate,
    readKeySet: parts.accounts.keySet,
    unsubscribe: parts.unsubscription,
    markPage: parts.markPage,
    mailWebhooks: parts.mailWebhooks,
    tracking: parts.tracking,
    publicPages: parts.publicPages,
    instance,
    webFolder,
    routes: [...instanceRoutes(instance), ...gather(({ routes }) => routes)],
  });
}

function signInWays(config: Config): Instance['sign_in'] {
  const { only, provider } = config.of(oidcSettings);
  const canHavePasskeys = relyingPartyOf(config.http.publicUrl) !== null;
  return { passwords: !only, passkeys: !only && canHavePasskeys, provider: provider?.name ?? null };
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
