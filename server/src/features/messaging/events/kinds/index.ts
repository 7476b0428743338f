import type { KindTexts } from '../../../../platform/kind-texts/index.ts';
import { chatMessage } from './chat-message.ts';
import { serviceMessage } from './service-message.ts';

/** What other programs tell people. */
export const eventKinds: readonly KindTexts[] = [chatMessage, serviceMessage];
