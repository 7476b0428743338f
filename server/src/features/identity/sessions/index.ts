export type { AccessToken, AccessTokenFault, VerifiedViewer } from './access-tokens.ts';
export { describeClient } from './clients.ts';
export { describeSession } from './describe.ts';
export { type Device, deviceOf, unknownDevice } from './devices.ts';
export type { Revocations } from './revocations.ts';
export { type DerivedSecrets, deriveSecrets, randomToken } from './secrets.ts';
export { cookiePath, deviceCookie, sessionCookie } from './session-cookie.ts';
export {
  createSessions,
  type OpenSession,
  type SessionNotifier,
  type SessionStart,
  type Sessions,
} from './sessions.ts';
export { type SweptSessions, sweepSessions } from './sweep.ts';
export type { SignInMethod } from './tables.ts';
