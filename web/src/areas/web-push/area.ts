import type { Area } from '../../app/area.ts';
import { lazyPart } from '../../lib/lazy-part.ts';

const PushFollower = lazyPart(async () => (await import('./follower.tsx')).PushFollower);
const DevicesSection = lazyPart(async () => (await import('./devices-section.tsx')).DevicesSection);

export const webPushArea = {
  routes: [],
  companions: [PushFollower],
  notificationSettings: [DevicesSection],
} satisfies Area;
