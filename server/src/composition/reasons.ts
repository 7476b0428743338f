import type { ChannelReasons } from '../features/messaging/routing/index.ts';
import { modules } from './modules.ts';

/** What each channel says of its deliveries. */
export const reasonsOfChannels: readonly ChannelReasons[] = modules.statements.flatMap(
  ({ reasons = [] }) => reasons,
);
