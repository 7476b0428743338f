import { featureAnnouncement } from './feature-announcement.ts';
import { maintenance } from './maintenance.ts';

export const kinds = {
  feature_announcement: featureAnnouncement,
  maintenance,
} as const;
