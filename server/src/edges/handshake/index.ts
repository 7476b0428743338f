export { type Authenticators, authenticate, type Fault, type Grant, type Proofs } from './authentication.ts';
export {
  createHandshakes,
  defaultHandshakeLimits,
  type HandshakeLimits,
  type Handshakes,
} from './handshakes.ts';
