import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { emailSchema, passwordSchema, requiredLineSchema } from '@rolecall/contract';
import type { CommandActions, IngestReport, IngestRequest, NewUser } from '../edges/cli/actions.ts';
import type { Config } from '../platform/config/index.ts';
import { migrate } from '../platform/db/index.ts';
import { ApplicationError } from '../platform/errors/index.ts';
import { createLogger } from '../platform/observability/index.ts';
import { examine } from './doctor.ts';
import { composeSamples, sendTestMails, verifyMail } from './email-commands.ts';
import { createFeatures, type Features } from './features.ts';
import { openConfiguredDatabase, openPlatform, type Platform } from './platform.ts';
import { work } from './worker.ts';

/** What the commands do. @param announce shows a text to whoever has started the process */
export function createActions(version: string, announce: (text: string) => void): CommandActions {
  return {
    async serve(config) {
      // Only this command needs the web server, which takes a while to load.
      const { serve } = await import('./serve.ts');
      return serve(config, version, announce);
    },

    worker: (config) => work(config, version, announce),

    async migrate(config) {
      const logger = createLogger({ level: quietLevel(config), environment: config.environment });
      const database = await openConfiguredDatabase(config, logger);
      try {
        return await migrate(database, logger);
      } finally {
        await database.close();
      }
    },

    ingest: (config, request) =>
      withFeatures(config, version, (platform, features) => ingest(platform, features, request)),

    createUser: (config, user) =>
      withFeatures(config, version, async ({ database }, { accounts }) => {
        const input = checkUser(user);
        const id = await database.transaction((tx) =>
          accounts.createUser(tx, { ...input, emailVerified: true, timeZone: 'UTC', locale: 'en' }),
        );
        return accounts.read(database.query, id);
      }),

    doctor: (config) => examine(config),
    sendTestMails,
    verifyMail,
    composeSamples,
  };
}

/** A command prints its result; what is merely informative would stand in the way of it. */
function quietLevel(config: Config): Config['log']['level'] {
  return config.log.level === 'info' ? 'warn' : config.log.level;
}

/** Opens everything for one command that enqueues work but does none, and closes it again. */
async function withFeatures<Result>(
  given: Config,
  version: string,
  work: (platform: Platform, features: Features) => Promise<Result>,
): Promise<Result> {
  const platform = await openPlatform({ ...given, log: { level: quietLevel(given) } }, version);
  try {
    const features = createFeatures(platform, { wakeDeliveries: () => {}, mayBeConnected: () => true });
    await features.queue.start();
    try {
      return await work(platform, features);
    } finally {
      await features.queue.stop();
    }
  } finally {
    await platform.close();
  }
}

async function ingest(
  { clock }: Platform,
  { sources, matching }: Features,
  { kind, location, name, onProgress }: IngestRequest,
): Promise<IngestReport> {
  const started = clock.now().getTime();
  const request = { kind, onProgress, ...(name === undefined ? {} : { name }) };
  const { source, run } = /^https?:\/\//i.test(location)
    ? await sources.ingestAddress({ ...request, address: location })
    : await sources.ingestDocument({
        ...request,
        document: await readFile(location, 'utf8'),
        fileName: path.basename(location),
      });
  if (run.status === 'failed')
    throw new ApplicationError('source_unreadable', { detail: run.error ?? undefined });

  let notified = 0;
  for (let more = true; more; ) {
    const round = await matching.matchNewJobs();
    notified += round.matches;
    more = round.more;
  }
  return {
    source,
    counts: run.counts,
    skipped: run.skipped,
    warning: run.warning,
    notified,
    seconds: (clock.now().getTime() - started) / 1_000,
  };
}

/** The command line knows no schema, so what it was given is held to those of the interface. */
function checkUser(user: NewUser) {
  const companyName =
    user.companyName === undefined ? undefined : requiredLineSchema(120).parse(user.companyName);
  if ((user.role === 'recruiter') !== (companyName !== undefined)) {
    throw new ApplicationError('invalid_request', {
      detail: 'A recruiter needs --company, everybody else has none.',
    });
  }
  return {
    email: emailSchema.parse(user.email),
    password: passwordSchema.parse(user.password),
    name: requiredLineSchema(100).parse(user.name),
    role: user.role,
    companyName,
  };
}
