export type { ChannelRules, ContactState } from './channel-rules.ts';
export { periodStart, windowEnd } from './digest-window.ts';

export { factsOf, type RoutedChannel, type RoutedMessage, type RoutedPerson } from './facts.ts';
export { type Arrival, chooseForInbox } from './inbox-budget.ts';
export { quietUntil } from './quiet-hours.ts';
export {
  type ChannelReasons,
  createReasons,
  type ExplanationContext,
  type ReasonCatalogue,
  type Reasons,
} from './reasons/explain.ts';
export { engineReasons, type IrrelevanceReason, type ReasonCode } from './reasons/reasons.ts';
export {
  isLive,
  type RouteDecision,
  type RouteFacts,
  type RouteSettings,
  route,
  withhold,
} from './route.ts';
export { priorityAt, rankOf, type Stream, type Urgency, urgencyOf } from './urgency.ts';
export { compareImportance, compareWorth, type Ranked } from './worth.ts';
