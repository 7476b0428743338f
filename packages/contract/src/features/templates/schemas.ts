import { z } from 'zod';
import {
  lineSchema,
  requiredLineSchema,
  smallObjectSchema,
  timestampSchema,
  timeZoneSchema,
} from '../../core/primitives.ts';
import { kindSchema } from '../../kinds/index.ts';
import { templateContentSchema, templateSlotSchema } from './content.ts';

export const templateStatuses = ['draft', 'published', 'retired'] as const;
export const templateStatusSchema = z.enum(templateStatuses);
export type TemplateStatus = z.infer<typeof templateStatusSchema>;

/** One form that a text has or had; numbers count up within a slot. */
export const templateVersionSchema = z.object({
  version: z.int().min(1),
  status: templateStatusSchema,
  note: z.string(),
  /** Name of who wrote it; null: the account is gone. */
  created_by: z.string().nullable(),
  created_at: timestampSchema,
  updated_at: timestampSchema,
  published_at: timestampSchema.nullable(),
});
export type TemplateVersion = z.infer<typeof templateVersionSchema>;

export const templateVersionDetailSchema = templateVersionSchema.extend({
  content: templateContentSchema,
  /** Name and version of what has compiled its MJML; null: it has none, or it does not compile. */
  compiler: z.string().nullable(),
});
export type TemplateVersionDetail = z.infer<typeof templateVersionDetailSchema>;

export const templateDraftSchema = templateVersionDetailSchema.extend({
  /** Counts the saves; whoever saves names the one that they have seen. */
  revision: z.int().min(1),
});
export type TemplateDraft = z.infer<typeof templateDraftSchema>;

/** What is in force in a slot: the shipped text where nothing is published. */
export const templateStateSchema = templateSlotSchema.extend({
  published_version: z.int().nullable(),
  draft_version: z.int().nullable(),
  changed_at: timestampSchema.nullable(),
});
export type TemplateState = z.infer<typeof templateStateSchema>;

export const templateVariableSchema = z.object({
  /** As a template names it; `jobs[].job_title` is of each entry of a list. */
  name: z.string(),
  type: z.string(),
  /** It can be missing or empty: ask with `if` before it is used. */
  optional: z.boolean(),
});
export type TemplateVariable = z.infer<typeof templateVariableSchema>;

export const templateDetailSchema = templateSlotSchema.extend({
  /** What this release says. */
  shipped: templateContentSchema,
  published: templateVersionDetailSchema.nullable(),
  draft: templateDraftSchema.nullable(),
  /** The newest hundred, the newest first. */
  versions: z.array(templateVersionSchema),
  variables: z.array(templateVariableSchema),
  filters: z.array(z.object({ name: z.string(), description: z.string() })),
  /** A realistic payload of the kind. */
  sample: z.record(z.string(), z.unknown()),
});
export type TemplateDetail = z.infer<typeof templateDetailSchema>;

export const draftInputSchema = z.object({
  content: templateContentSchema,
  /** Why it was changed. */
  note: lineSchema(200).default(''),
  /** Of the draft that was seen; null: there was none. */
  revision: z.int().min(1).nullable(),
});

export const publishInputSchema = z.object({ revision: z.int().min(1) });

/** A fault of a template. */
export const templateProblemSchema = z.object({
  field: z.string(),
  /** Within the field, from 1; null: it is about the whole of it. */
  line: z.int().nullable(),
  column: z.int().nullable(),
  message: z.string(),
});
export type TemplateProblem = z.infer<typeof templateProblemSchema>;

export const templateCheckInputSchema = z.object({ content: templateContentSchema });
export const templateCheckSchema = z.object({ problems: z.array(templateProblemSchema) });

/** A notification that shows one side of a kind: its usual form, a special one, little text or much of it. */
export const templateSampleSchema = z.object({
  kind: kindSchema,
  /** Unique within the kind; the usual one is `typical` and comes first. */
  name: z.string(),
  /** Name of who reads it. */
  reader: z.string(),
  payload: z.record(z.string(), z.unknown()),
});
export type TemplateSample = z.infer<typeof templateSampleSchema>;

export const templatePreviewInputSchema = z.object({
  /** What is in force when left out. */
  content: templateContentSchema.optional(),
  /** The sample of the kind when left out. */
  payload: smallObjectSchema.optional(),
  /** Name of who reads it; that of the viewer when left out. */
  reader: requiredLineSchema(200).optional(),
  time_zone: timeZoneSchema.default('Europe/Berlin'),
});

export const templatePreviewSchema = z.object({
  /** With any, what is shown is what would go out all the same: the shipped text. */
  problems: z.array(templateProblemSchema),
  inbox: z.object({
    title: z.string(),
    message: z.string(),
    image: z.string(),
    actions: z.array(z.string()),
  }),
  mail: z.object({
    subject: z.string(),
    preheader: z.string(),
    /** A whole page; show it in a frame that may run nothing. */
    html: z.string(),
    text: z.string(),
    /** Names of the files that come along. */
    attachments: z.array(z.string()),
  }),
});
export type TemplatePreview = z.infer<typeof templatePreviewSchema>;
