import type { KindTexts } from '../platform/kind-texts/index.ts';
import { modules } from './modules.ts';

/** What each kind of notification says. */
export const kindTexts: readonly KindTexts[] = modules.statements.flatMap(({ kinds = [] }) => kinds);
