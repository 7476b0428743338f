import { encodeNotification } from '../edges/ws/index.ts';
import type { MailSender } from '../features/mail/dispatch/index.ts';
import { createReasons } from '../features/messaging/routing/index.ts';
import { createQueue } from '../platform/queue/index.ts';
import { createPublisher } from '../platform/realtime/index.ts';
import { createSetAside } from '../platform/set-aside/index.ts';
import type { Foundation, Platform } from './foundation.ts';
import { kindTexts } from './kinds.ts';
import { modules } from './modules.ts';
import { reasonsOfChannels } from './reasons.ts';
import { sealedRows } from './sealed.ts';

/** What differs between the processes that have the features. */
export interface FeatureHooks {
  /** Whether a hint about this person could reach a socket; false saves reading what nobody waits for. */
  mayBeConnected(userId: string): boolean;
  /** Undefined, or left out: this process sends no mail. */
  readonly mailSender?: MailSender | undefined;
}

/** All features of one process, tied to each other. Nothing works in the background yet. */
export function assembleFeatures(platform: Platform, { mayBeConnected, mailSender }: FeatureHooks) {
  const { config, database, clock, logger, bus, metrics } = platform;
  const foundation: Foundation = {
    ...platform,
    mayBeConnected,
    mailSender,
    setAside: createSetAside({ metrics, logger }),
    kinds: kindTexts,
    sealed: sealedRows,
    reasons: createReasons(reasonsOfChannels),
    queue: createQueue({
      database,
      logger,
      metrics,
      tasks: modules.statements.flatMap(({ tasks = [] }) => [...tasks]),
      drainSeconds: config.shutdownSeconds,
      ...(config.database.url === undefined ? {} : { postgresUrl: config.database.url }),
    }),
    publisher: createPublisher({ bus, clock, encode: encodeNotification }),
  };
  return modules.assemble(foundation);
}

/** The parts of all features by their names. */
export type Features = ReturnType<typeof assembleFeatures>['parts'];

export type Assembly = ReturnType<typeof assembleFeatures>;

export function createFeatures(platform: Platform, hooks: FeatureHooks): Features {
  return assembleFeatures(platform, hooks).parts;
}
