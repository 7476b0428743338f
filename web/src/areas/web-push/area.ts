import { lazy } from 'react';
import type { Area } from '../../app/area.ts';
import { PushFollower } from './follower.tsx';

const DevicesSection = lazy(async () => ({
  default: (await import('./devices-section.tsx')).DevicesSection,
}));

export const webPushArea = {
  routes: [],
  companions: [PushFollower],
  notificationSettings: [DevicesSection],
} satisfies Area;
