import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { emailSchema } from '@rolecall/contract';
import type { CommandActions } from '../edges/cli/actions.ts';
import {
  addFound,
  findSourceByWord,
  type IngestCommand,
  ingest,
  listAllSources,
} from '../features/catalog/sources/index.ts';
import { checkNewUser } from '../features/identity/accounts/index.ts';
import { commandLine } from '../features/identity/audit/index.ts';
import { findViewer } from '../features/identity/people/index.ts';
import type { Config } from '../platform/config/index.ts';
import { migrate, type Tx } from '../platform/db/index.ts';
import { ApplicationError } from '../platform/errors/index.ts';
import { createLogger } from '../platform/observability/index.ts';
import { examine } from './doctor.ts';
import { composePublishedSamples, sendTestMailsByAll, verifyMail } from './email-commands.ts';
import { evaluators } from './evaluators.ts';
import { createFeatures, type Features } from './features.ts';
import type { Platform } from './foundation.ts';
import { allMigrations } from './migrations.ts';
import { openConfiguredDatabase, openPlatform } from './platform.ts';
import { loadOwnConfig } from './settings.ts';
import { work } from './worker.ts';

/** What the commands do. @param announce shows a text to whoever has started the process */
export function createActions(version: string, announce: (text: string) => void): CommandActions {
  return {
    configure: loadOwnConfig,

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
        return await migrate(database, logger, allMigrations);
      } finally {
        await database.close();
      }
    },

    ingest: (config, request) =>
      withFeatures(config, version, async (_platform, features) =>
        ingest(features, { ...request, from: await readLocation(request.location) }),
      ),

    checkJobs: (config, email) =>
      withFeatures(config, version, async ({ database }, { matching, alerts }) => {
        const { jobs, matches } = await matching.matchNewJobs();
        return { jobs, matches, alerts: await alerts.waiting(database.query, email) };
      }),

    trySource: (config, input) =>
      withFeatures(config, version, async (_platform, { sources }) => sources.tryOut(input)),

    addSource: (config, source) =>
      withFeatures(config, version, async (_platform, { sources }) => addFound(sources, source)),

    runSource: (config, { source, onProgress }) =>
      withFeatures(config, version, async (_platform, features) => {
        const { kind, name, address } = await findSourceByWord(features.sources, source);
        return ingest(features, { kind, name, from: { address }, onProgress });
      }),

    listSources: (config) =>
      withFeatures(config, version, async (_platform, { sources }) => listAllSources(sources)),
    importRates: (config, text) =>
      withFeatures(config, version, async (_platform, { payRates }) => payRates.importFile(text)),

    async fillDemo(config, request) {
      // It needs more than any other command.
      const { fillWithPeople } = await import('./demo-people.ts');
      return fillWithPeople(config, version, request);
    },

    createUser: (config, user) =>
      withFeatures(config, version, async ({ database }, { accounts }) => {
        const checked = checkNewUser(user);
        const id = await database.transaction((tx) =>
          accounts.administration.create(tx, commandLine, checked),
        );
        return accounts.read(database.query, id);
      }),

    changeRole: (config, { email, role }) =>
      withFeatures(config, version, async ({ database }, { accounts }) => {
        const userId = await findUser(database.query, email);
        await database.transaction((tx) => accounts.administration.changeRole(tx, commandLine, userId, role));
        return accounts.read(database.query, userId);
      }),

    removeSecondFactor: (config, email) =>
      withFeatures(config, version, async ({ database }, { accounts }) => {
        const userId = await findUser(database.query, email);
        await database.transaction((tx) =>
          accounts.administration.removeSecondFactor(tx, commandLine, userId),
        );
        return accounts.read(database.query, userId);
      }),

    createSignInLink: (config, email) =>
      withFeatures(config, version, async ({ database }, { signInLinks }) => {
        const address = emailSchema.parse(email);
        const { url, expiresAt } = await database.transaction((tx) => signInLinks.issue(tx, address));
        return { url, expires_at: expiresAt.toISOString() };
      }),

    doctor: (config) => examine(config),
    evaluators,
    sendTestMails: sendTestMailsByAll,
    verifyMail,
    composeSamples: composePublishedSamples,
  };
}

/** @throws {ApplicationError} `not_found` */
async function findUser(tx: Tx, email: string): Promise<string> {
  const address = emailSchema.parse(email);
  const person = await findViewer(tx, address);
  if (person !== undefined) return person.userId;
  throw new ApplicationError('not_found', { detail: `Nobody has the address ${address}.` });
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
    const features = createFeatures(platform, { mayBeConnected: () => true });
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

/** Where the jobs of a command are: at an address, or in a file. */
async function readLocation(location: string): Promise<IngestCommand['from']> {
  if (/^https?:\/\//i.test(location)) return { address: location };
  return { document: await readFile(location, 'utf8'), fileName: path.basename(location) };
}
