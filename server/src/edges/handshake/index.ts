export {
  type Authenticators,
  authenticate,
  believedCookies,
  type CookieRule,
  type Fault,
  type Grant,
  type Proofs,
} from './authentication.ts';
export {
  createHandshakes,
  defaultHandshakeLimits,
  type HandshakeLimits,
  type Handshakes,
} from './handshakes.ts';
