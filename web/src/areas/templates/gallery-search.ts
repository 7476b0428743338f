import { kindSchema, localeSchema, type TemplateSample } from '@rolecall/contract';
import { z } from 'zod';

/** How wide a mail is looked at. */
export const frameWidths = ['phone', 'column', 'desktop'] as const;
export type FrameWidth = (typeof frameWidths)[number];

/** Groups of samples that one looks at together. */
export const sampleGroups = ['typical', 'forms', 'minimal', 'long', 'rtl', 'all'] as const;
export type SampleGroup = (typeof sampleGroups)[number];

export const sampleGroupLabels: Readonly<Record<SampleGroup, string>> = {
  typical: 'Typical',
  forms: 'Every form of a kind',
  minimal: 'As little as possible',
  long: 'Long names and texts',
  rtl: 'Right to left',
  all: 'All samples',
};

/** What the gallery shows, in its address. */
export const gallerySearchSchema = z.object({
  kind: kindSchema.optional().catch(undefined),
  locale: z
    .union([localeSchema, z.literal('all')])
    .default('en')
    .catch('en'),
  sample: z.enum(sampleGroups).default('typical').catch('typical'),
  width: z.enum(frameWidths).default('phone').catch('phone'),
  scheme: z.enum(['light', 'dark']).default('light').catch('light'),
});
export type GallerySearch = z.infer<typeof gallerySearchSchema>;

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
