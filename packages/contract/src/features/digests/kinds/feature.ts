import type { Feature } from '../../../fold.ts';
import { kinds } from './index.ts';

export const digestsKinds = { kinds } satisfies Feature;
