import type { KindTexts } from '../../../../platform/kind-texts/index.ts';
import { featureAnnouncement } from './feature-announcement.ts';
import { maintenance } from './maintenance.ts';

/** What operators tell many people. */
export const broadcastKinds: readonly KindTexts[] = [featureAnnouncement, maintenance];
