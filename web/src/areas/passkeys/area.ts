import type { Area } from '../../app/area.ts';
import { lazyPart } from '../../lib/lazy-part.ts';

const PasskeysSection = lazyPart(async () => (await import('./section.tsx')).PasskeysSection);

export const passkeysArea = { routes: [], securitySettings: [PasskeysSection] } satisfies Area;
