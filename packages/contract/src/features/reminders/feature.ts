import type { Feature } from '../../fold.ts';
import { kinds } from './kinds/index.ts';

export const remindersFeature = { kinds } satisfies Feature;
