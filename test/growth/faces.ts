import { catalogFaces } from './catalog.ts';
import type { Face } from './face.ts';
import { mailFaces } from './mail.ts';
import { otherFaces } from './other.ts';

/** Everything that reads words from outside. */
export const faces: readonly Face[] = [...catalogFaces, ...mailFaces, ...otherFaces];
