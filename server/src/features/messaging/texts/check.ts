import {
  type Kind,
  kinds,
  type TemplateContent,
  type TemplateProblem,
  type TemplateSlot,
} from '@rolecall/contract';
import { createEngine } from './engine.ts';
import { languages } from './languages/index.ts';
import { refuseUnsafeHtml, UnsafeHtmlError } from './mail-html.ts';
import { mailParts } from './mail-parts.ts';
import type { CompiledMjml } from './mjml/protocol.ts';
import type { MjmlService } from './mjml/service.ts';
import { shippedHtml } from './mjml/shipped.ts';
import { isMjml, MjmlError } from './mjml/structure.ts';
import type { Reader } from './reader.ts';
import { sampleOf } from './samples.ts';
import { isInterview } from './variables.ts';

/** Gmail cuts what is larger; the frame has its share. */
const largestHtml = 80_000;
/** Faults that are told at once. */
const mostProblems = 20;

const mailSample = {
  title: 'Title',
  message: 'Message',
  name: 'Ada Lovelace',
  action_label: 'Open',
  action_url: 'https://rolecall.example/notifications',
  base_url: 'https://rolecall.example',
} as const;

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
  slot: TemplateSlot,
  content: TemplateContent,
  mjml: Pick<MjmlService, 'compile'>,
): Promise<CheckedTemplate> {
  const belongs = slot.channel === 'inbox' ? 'title' in content : 'subject' in content;
  if (!belongs) {
    return { problems: [problem('content', `these are not the fields of ${slot.channel}`)], compiled: null };
  }
  const views = viewsOf(slot);
  const reader: Reader = { locale: slot.locale, time_zone: 'Europe/Berlin' };
  const problems = Object.entries(content).flatMap(([field, source]) =>
    checkField(field, source, views, reader),
  );
  if ('title' in content || problems.some(({ field }) => field === 'html')) {
    return { problems: problems.slice(0, mostProblems), compiled: null };
  }
  const { compiled, ...body } = await checkBody(content.html, views, reader, mjml);
  return { problems: [...problems, ...body.problems].slice(0, mostProblems), compiled };
}

/** The body as it goes out: its MJML as HTML, filled in. */
async function checkBody(
  source: string,
  views: readonly Readonly<Record<string, unknown>>[],
  reader: Reader,
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
    const template = createEngine('html', languages, mailParts).parse(html);
    for (const view of views) {
      const page = template.render(view, reader);
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

function viewsOf({ kind, channel }: TemplateSlot): Readonly<Record<string, unknown>>[] {
  const added = channel === 'email' ? mailViewOf(kind) : {};
  const isDigest = kinds[kind].category === 'digests';
  return payloadsOf(kind).map((payload) => ({ ...(isDigest ? { changes: [] } : {}), ...payload, ...added }));
}

/** What the mail of a digest has beside its payload: its entries in the words of their kinds. */
const toldSample = [
  {
    title: 'Harbour Pilot at North Quay',
    message: '87% match',
    url: 'https://rolecall.example/jobs',
    location: 'Hamburg',
    score: 87,
    reasons: [{ code: 'skills', terms: ['radar'], points: 35 }],
  },
  {
    title: 'News',
    message: '',
    url: 'https://rolecall.example/notifications',
    location: null,
    score: null,
    reasons: [],
  },
] as const;

/** What the mail of an interview has beside its payload. */
const calendarSample = {
  google_url: 'https://calendar.google.com/calendar/render?action=TEMPLATE',
  outlook_url: 'https://outlook.live.com/calendar/0/action/compose',
} as const;

function mailViewOf(kind: Kind): Readonly<Record<string, unknown>> {
  if (kinds[kind].category === 'digests') return { ...mailSample, told: toldSample };
  if (isInterview(kind)) return { ...mailSample, calendar: calendarSample };
  return mailSample;
}

const isRequired = (field: string) => field !== 'message' && field !== 'preheader';

function checkField(
  field: string,
  source: string,
  views: readonly Readonly<Record<string, unknown>>[],
  reader: Reader,
): TemplateProblem[] {
  const isHtml = field === 'html';
  const engine = createEngine(isHtml ? 'html' : 'text', languages, isHtml ? mailParts : {});
  try {
    const template = engine.parse(source);
    for (const [place, view] of views.entries()) {
      const text = template.render(view, reader);
      // The first one is the sample, which lacks nothing.
      if (place === 0 && isRequired(field) && text.trim() === '') return [problem(field, 'it says nothing')];
    }
    return [];
  } catch (error) {
    return [problemOf(field, error)];
  }
}

function problem(field: string, message: string): TemplateProblem {
  return { field, line: null, column: null, message };
}

/** The library tells the place at the end of its message. */
function problemOf(field: string, error: unknown): TemplateProblem {
  if (error instanceof UnsafeHtmlError) return problem(field, error.message);
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  const place = /, line:(\d+), col:(\d+)$/.exec(first);
  return {
    field,
    line: place === null ? null : Number(place[1]),
    column: place === null ? null : Number(place[2]),
    message: first.slice(0, place?.index ?? 300),
  };
}

/** The sample, and what is left of it without each thing that a payload of the kind may lack. */
function payloadsOf(kind: Kind): Readonly<Record<string, unknown>>[] {
  const sample = sampleOf(kind);
  const { payload: schema } = kinds[kind];
  const lacking = Object.keys(sample).flatMap((field) => {
    const { [field]: _, ...rest } = sample;
    return [rest, { ...rest, [field]: null }, { ...rest, [field]: '' }, { ...rest, [field]: [] }];
  });
  return [sample, ...lacking.filter((payload) => schema.safeParse(payload).success)];
}
