import { z } from 'zod';
import { lineSchema, localeSchema, requiredLineSchema, textSchema } from '../../core/primitives.ts';
import { kindSchema } from '../../kinds/index.ts';

/** Channels whose texts can be written anew. */
export const templateChannels = ['inbox', 'email'] as const;
export const templateChannelSchema = z.enum(templateChannels);
export type TemplateChannel = z.infer<typeof templateChannelSchema>;

/** Which text a template is: of a kind, for a channel, in a language. */
export const templateSlotSchema = z.object({
  kind: kindSchema,
  channel: templateChannelSchema,
  locale: localeSchema,
});
export type TemplateSlot = z.infer<typeof templateSlotSchema>;

const filled = { error: 'must not be empty' };
const requiredTextSchema = (maximum: number) =>
  textSchema(maximum).refine((value) => value.trim() !== '', filled);

/** What the inbox, a toast and a push message say, as Liquid. */
export const inboxTemplateSchema = z.strictObject({
  title: requiredTextSchema(2_000),
  message: textSchema(8_000),
});

/** What a mail says inside of its frame, as Liquid; `html` is MJML where it has `<mj-` tags. */
export const mailTemplateSchema = z.strictObject({
  subject: requiredLineSchema(1_000),
  /** What mail programs show beside the subject. */
  preheader: lineSchema(1_000),
  /** Sections in MJML, or plain HTML. */
  html: requiredTextSchema(60_000),
  text: requiredTextSchema(20_000),
});

/** The fields belong to the channel. */
export const templateContentSchema = z.union([inboxTemplateSchema, mailTemplateSchema]);
export type TemplateContent = z.infer<typeof templateContentSchema>;
