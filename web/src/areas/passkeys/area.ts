import { lazy } from 'react';
import type { Area } from '../../app/area.ts';

const PasskeysSection = lazy(async () => ({ default: (await import('./section.tsx')).PasskeysSection }));

export const passkeysArea = { routes: [], securitySettings: [PasskeysSection] } satisfies Area;
