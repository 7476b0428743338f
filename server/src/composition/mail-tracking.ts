import {
  createHitCounter,
  createHitRecorder,
  createInstrument,
  createMailTracking,
  createTrackingTokens,
  type Instrument,
  type MailTracking,
} from '../features/mail/tracking/index.ts';
import type { Tx } from '../platform/db/index.ts';
import type { Features } from './features.ts';
import type { Platform } from './platform.ts';

/** Null: this instance does not track. */
export function createConfiguredInstrument({ config, secret }: Platform): Instrument | null {
  if (!config.mail.tracking) return null;
  const { publicUrl } = config.http;
  return createInstrument(createTrackingTokens(secret, publicUrl), publicUrl);
}

/** Answers links and pixels of mails, and records those of people who consent now. */
export function createConfiguredTracking(
  { database, clock, logger, metrics, config, secret }: Platform,
  { mailEvents, preferences }: Pick<Features, 'mailEvents' | 'preferences'>,
): MailTracking & { close(): Promise<void> } {
  const hits = createHitCounter(metrics);
  const recorder = config.mail.tracking
    ? createHitRecorder({
        database,
        clock,
        logger,
        hits,
        mailEvents,
        async findConsenting(tx: Tx, userIds) {
          const settings = await preferences.settingsOf(tx, userIds);
          return new Set(userIds.filter((userId) => settings.of(userId).email_tracking));
        },
      })
    : null;
  const tokens = createTrackingTokens(secret, config.http.publicUrl);
  return { ...createMailTracking(tokens, recorder), close: async () => recorder?.close() };
}
