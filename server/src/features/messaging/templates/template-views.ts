import {
  inboxTemplateSchema,
  mailTemplateSchema,
  type TemplateContent,
  type TemplateProblem,
  type TemplateVersion,
  type TemplateVersionDetail,
} from '@rolecall/contract';
import { z } from 'zod';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { MailTemplate } from '../../../platform/kind-texts/index.ts';
import type { CompiledMjml, PublishedTemplate } from '../texts/index.ts';
import type { TemplateRow } from './templates.store.ts';

/** A shipped mail without what is only for its compilation. */
export const wordsOf = ({ subject, preheader, html, text }: MailTemplate): MailTemplate => ({
  subject,
  preheader,
  html,
  text,
});

/** The error that names each fault by its field. */
export function invalidTemplate(problems: readonly TemplateProblem[]): ApplicationError {
  return new ApplicationError('template_invalid', {
    fields: problems.map(({ field, line, column, message }) => ({
      path: field,
      message: line === null ? message : `line ${line}, column ${column}: ${message}`,
    })),
  });
}

/** What a row says, in the fields of its channel. */
export function contentOf({ channel, content }: Pick<TemplateRow, 'channel' | 'content'>): TemplateContent {
  return channel === 'inbox' ? inboxTemplateSchema.parse(content) : mailTemplateSchema.parse(content);
}

/** A published template as it is said; undefined: it has not the fields of its channel. */
export function toPublished(row: TemplateRow): PublishedTemplate | undefined {
  const { id, kind, locale, version, channel, content } = row;
  if (channel === 'inbox') {
    const inbox = inboxTemplateSchema.safeParse(content);
    return inbox.success ? { id, kind, locale, version, channel, content: inbox.data } : undefined;
  }
  const mail = mailTemplateSchema.safeParse(content);
  const compiled = compiledSchema.nullable().safeParse(row.compiled);
  return mail.success && compiled.success
    ? { id, kind, locale, version, channel, content: mail.data, compiled: compiled.data }
    : undefined;
}

const compiledSchema = z.object({ html: z.string(), styles: z.string(), compiler: z.string() });

/** The MJML of a row as it was compiled; null: it has none, or it did not compile. */
function compiledOf({ compiled }: Pick<TemplateRow, 'compiled'>): CompiledMjml | null {
  return compiledSchema.nullable().parse(compiled);
}

export function toVersion(row: TemplateRow): TemplateVersion {
  return {
    version: row.version,
    status: row.status,
    note: row.note,
    created_by: row.author,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
    published_at: row.published_at?.toISOString() ?? null,
  };
}

export function toVersionDetail(row: TemplateRow): TemplateVersionDetail {
  return { ...toVersion(row), content: contentOf(row), compiler: compiledOf(row)?.compiler ?? null };
}
