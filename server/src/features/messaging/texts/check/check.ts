import type { TemplateContent, TemplateProblem, TemplateSlot } from '@rolecall/contract';
import type { KindTexts } from '../../../../platform/kind-texts/index.ts';
import { createEngine } from '../engine/index.ts';
import type { TextRecipient } from '../language/index.ts';
import {
  type CompiledMjml,
  isMjml,
  MjmlError,
  type MjmlService,
  mailParts,
  refuseUnsafeHtml,
  shippedHtml,
} from '../layout/index.ts';
import { fillIn } from './fill-in.ts';
import { problem, problemOf } from './problems.ts';
import { viewsOf } from './views.ts';

/** Gmail cuts what is larger; the frame has its share. */
const largestHtml = 80_000;
/** Faults that are told at once. */
const mostProblems = 20;

/** What a check has found, and what it has made on the way. */
export interface CheckedTemplate {
  readonly problems: readonly TemplateProblem[];
  /** Of a mail in MJML that has no fault. */
  readonly compiled: CompiledMjml | null;
}

/**
 * Finds what is wrong with a template before anybody reads it: each field is parsed, and filled in with the sample of
 * its kind, and with samples that lack what a payload may lack. MJML is compiled.
 */
export async function checkTemplate(
  texts: KindTexts,
  { channel, locale }: Pick<TemplateSlot, 'channel' | 'locale'>,
  content: TemplateContent,
  mjml: Pick<MjmlService, 'compile'>,
): Promise<CheckedTemplate> {
  const belongs = channel === 'inbox' ? 'title' in content : 'subject' in content;
  if (!belongs) {
    return { problems: [problem('content', `these are not the fields of ${channel}`)], compiled: null };
  }
  const views = viewsOf(texts, channel);
  const recipient: TextRecipient = { locale, time_zone: 'Europe/Berlin' };
  const problems = Object.entries(content).flatMap(([field, source]) =>
    checkField(field, source, views, recipient),
  );
  if ('title' in content || problems.some(({ field }) => field === 'html')) {
    return { problems: problems.slice(0, mostProblems), compiled: null };
  }
  const { compiled, ...body } = await checkBody(content.html, views, recipient, mjml);
  return { problems: [...problems, ...body.problems].slice(0, mostProblems), compiled };
}

/** The body as it goes out: its MJML as HTML, filled in. */
async function checkBody(
  source: string,
  views: readonly Readonly<Record<string, unknown>>[],
  recipient: TextRecipient,
  mjml: Pick<MjmlService, 'compile'>,
): Promise<CheckedTemplate> {
  let compiled: CompiledMjml | null = null;
  if (isMjml(source)) {
    try {
      compiled = await mjml.compile(source);
    } catch (error) {
      if (!(error instanceof MjmlError)) throw error;
      const problems = error.problems.map(({ line, message }) => ({
        field: 'html',
        line,
        column: line === null ? null : 1,
        message,
      }));
      return { problems, compiled: null };
    }
  }
  const html = compiled?.html ?? shippedHtml().around(source);
  try {
    const template = createEngine('html', { parts: mailParts }).parse(html);
    for (const view of views) {
      const page = fillIn(template, view, recipient);
      refuseUnsafeHtml(page);
      if (Buffer.byteLength(page) > largestHtml) {
        return { problems: [problem('html', 'it is larger than 80 KB')], compiled: null };
      }
    }
    return { problems: [], compiled };
  } catch (error) {
    return { problems: [problemOf('html', error)], compiled: null };
  }
}

const isRequired = (field: string) => field !== 'message' && field !== 'preheader';

function checkField(
  field: string,
  source: string,
  views: readonly Readonly<Record<string, unknown>>[],
  recipient: TextRecipient,
): TemplateProblem[] {
  const isHtml = field === 'html';
  const engine = isHtml ? createEngine('html', { parts: mailParts }) : createEngine('text');
  try {
    const template = engine.parse(source);
    for (const [place, view] of views.entries()) {
      const text = fillIn(template, view, recipient);
      // The first one is the sample, which lacks nothing.
      if (place === 0 && isRequired(field) && text.trim() === '') return [problem(field, 'it says nothing')];
    }
    return [];
  } catch (error) {
    return [problemOf(field, error)];
  }
}
