export { createHitCounter, createHitRecorder, type HitRecorder } from './hits.ts';
export { createInstrument, type Instrument } from './instrument.ts';
export { createTrackingTokens } from './tokens.ts';
export { createMailTracking, type MailTracking } from './tracking.ts';
