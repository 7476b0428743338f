import type { Kind } from '@rolecall/contract';
import { kindTexts } from '../../composition/kinds.ts';
import {
  type BrokenTemplateReport,
  createTexts,
  type Sample,
  sampleOf as sampleOfTexts,
  samplesOf as samplesOfTexts,
  type Texts,
} from '../../features/messaging/texts/index.ts';
import { textsByKind } from '../../platform/kind-texts/index.ts';

export { kindTexts } from '../../composition/kinds.ts';

/** The texts of all kinds as the program has them. */
export const createShippedTexts = (onBroken?: BrokenTemplateReport): Texts =>
  createTexts({ kinds: kindTexts, onBroken });

/** What is shipped of a kind. */
export const textsOf = textsByKind(kindTexts);

export const sampleOf = (kind: Kind): Readonly<Record<string, unknown>> => sampleOfTexts(textsOf(kind));
export const samplesOf = (kind: Kind): readonly Sample[] => samplesOfTexts(textsOf(kind));
