import type { Area } from '../../app/area.ts';
import { lazyPart } from '../../lib/lazy-part.ts';

const SessionsSection = lazyPart(async () => (await import('./section.tsx')).SessionsSection);

export const sessionsArea = { routes: [], securitySettings: [SessionsSection] } satisfies Area;
