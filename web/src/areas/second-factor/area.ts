import { lazy } from 'react';
import type { Area } from '../../app/area.ts';

const SecondFactorSection = lazy(async () => ({
  default: (await import('./section.tsx')).SecondFactorSection,
}));

export const secondFactorArea = { routes: [], securitySettings: [SecondFactorSection] } satisfies Area;
