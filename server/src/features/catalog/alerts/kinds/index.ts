import type { KindTexts } from '../../../../platform/kind-texts/index.ts';
import { savedSearchAlert } from './saved-search-alert.ts';

/** What is told of saved searches. */
export const alertKinds: readonly KindTexts[] = [savedSearchAlert];
