export { periodStart, windowEnd } from './digest-window.ts';
export { type ExplanationContext, explain } from './explain.ts';
export { atTime, localDay, toZoned } from './local-time.ts';
export { quietUntil } from './quiet-hours.ts';
export { type IrrelevanceReason, type ReasonCode, reasons } from './reasons.ts';
export {
  type RouteDecision,
  type RouteFacts,
  type RouteSettings,
  route,
  scoreOf,
  waitFor,
  withhold,
} from './route.ts';
