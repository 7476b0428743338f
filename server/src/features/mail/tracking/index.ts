export { createInstrument, type Instrument } from './instrument.ts';
export { trackingSettings } from './settings.ts';
export { createTrackingTokens } from './tokens.ts';
export type { MailTracking } from './tracking.ts';
