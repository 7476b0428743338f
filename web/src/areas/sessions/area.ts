import { lazy } from 'react';
import type { Area } from '../../app/area.ts';

const SessionsSection = lazy(async () => ({ default: (await import('./section.tsx')).SessionsSection }));

export const sessionsArea = { routes: [], securitySettings: [SessionsSection] } satisfies Area;
