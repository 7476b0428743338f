import type { KindTexts } from '../../../../platform/kind-texts/index.ts';
import { testMessage } from './test-message.ts';

/** What people ask for to try out a channel. */
export const preferenceKinds: readonly KindTexts[] = [testMessage];
