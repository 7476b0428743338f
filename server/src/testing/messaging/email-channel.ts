import { createEmailChannel, emailReasons } from '../../features/messaging/channels/email/index.ts';
import { createReasons } from '../../features/messaging/routing/index.ts';

/** E-mail where nothing is suppressed, paused or waited for. */
export const testEmailChannel = createEmailChannel({
  suppressions: { findBlocks: async () => new Map() },
  alarms: { isPaused: async () => false },
  onlineDelayMs: 0,
});

/** The words of the engine and of e-mail. */
export const testReasons = createReasons([emailReasons]);
