import type { Metrics } from '../../../platform/observability/index.ts';
import type { InstanceSecret } from '../../../platform/secret/index.ts';
import { createHitCounter, createHitRecorder, type HitRecorderDependencies } from './hits.ts';
import { createInstrument, type Instrument } from './instrument.ts';
import { createTrackingTokens } from './tokens.ts';
import { createMailTracking, type MailTracking } from './tracking.ts';

interface Settings {
  /** Whether opens and clicks are counted for people who consent. */
  readonly isOn: boolean;
  /** Of the instance; links are signed with it. */
  readonly secret: InstanceSecret;
  /** Origin without a trailing slash. */
  readonly publicUrl: string;
}

/** @returns null: this instance does not track */
export function openInstrument({ isOn, secret, publicUrl }: Settings): Instrument | null {
  return isOn ? createInstrument(createTrackingTokens(secret, publicUrl), publicUrl) : null;
}

/** Answers links and pixels of mails, and records those of people who consent at that moment. */
export function openMailTracking(
  dependencies: Settings & Omit<HitRecorderDependencies, 'hits'> & { readonly metrics: Metrics },
): MailTracking & { close(): Promise<void> } {
  const { isOn, secret, publicUrl, metrics } = dependencies;
  const hits = createHitCounter(metrics);
  const recorder = isOn ? createHitRecorder({ ...dependencies, hits }) : null;
  const tracking = createMailTracking(createTrackingTokens(secret, publicUrl), recorder);
  return { ...tracking, close: async () => recorder?.close() };
}
