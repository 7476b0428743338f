import type { TemplateSample } from '@rolecall/contract';
import { locales } from '@rolecall/contract/constants';
import type { SearchSchemaInput } from '@tanstack/react-router';
import { oneOf, searchOf, text } from '../../lib/search.ts';

/** How wide a mail is looked at. */
export const frameWidths = ['phone', 'column', 'desktop'] as const;
export type FrameWidth = (typeof frameWidths)[number];

/** Groups of samples that one looks at together. */
export const sampleGroups = ['typical', 'forms', 'minimal', 'long', 'rtl', 'all'] as const;
export type SampleGroup = (typeof sampleGroups)[number];

const readParts = searchOf({
  /** Of a kind that there is none of, there are no samples. */
  kind: text(),
  locale: oneOf([...locales, 'all']),
  sample: oneOf(sampleGroups),
  width: oneOf(frameWidths),
  scheme: oneOf(['light', 'dark']),
});

/** What the gallery shows, in its address. */
export const readGallerySearch = (search: Readonly<Record<string, unknown>> & SearchSchemaInput) => {
  const { kind, locale = 'en', sample = 'typical', width = 'phone', scheme = 'light' } = readParts(search);
  return { kind, locale, sample, width, scheme };
};
export type GallerySearch = ReturnType<typeof readGallerySearch>;

const special = new Map<string, SampleGroup>([
  ['minimal', 'minimal'],
  ['long', 'long'],
  ['right to left', 'rtl'],
]);

/** Whether a sample belongs to what is looked at; the typical one is a form of its kind too. */
export function isShown({ name }: TemplateSample, group: SampleGroup): boolean {
  if (group === 'all' || group === name) return true;
  return special.has(name) ? special.get(name) === group : group === 'forms';
}
