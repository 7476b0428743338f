import type { Area } from '../../app/area.ts';
import { lazyPart } from '../../lib/lazy-part.ts';

const SecondFactorSection = lazyPart(async () => (await import('./section.tsx')).SecondFactorSection);

export const secondFactorArea = { routes: [], securitySettings: [SecondFactorSection] } satisfies Area;
