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
import type { Reader } from './reader.ts';
import { sampleOf } from './samples.ts';

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

/**
 * Finds what is wrong with a template before anybody reads it: each field is parsed, and filled in with the sample of
 * its kind, and with samples that lack what a payload may lack.
 */
export function checkTemplate(slot: TemplateSlot, content: TemplateContent): TemplateProblem[] {
  const belongs = slot.channel === 'inbox' ? 'title' in content : 'subject' in content;
  if (!belongs) return [problem('content', `these are not the fields of ${slot.channel}`)];
  const reader: Reader = { locale: slot.locale, time_zone: 'Europe/Berlin' };
  const added = slot.channel === 'email' ? mailViewOf(slot.kind) : {};
  const isDigest = kinds[slot.kind].category === 'digests';
  const views = payloadsOf(slot.kind).map((payload) => ({
    ...(isDigest ? { changes: [] } : {}),
    ...payload,
    ...added,
  }));
  return Object.entries(content)
    .flatMap(([field, source]) => checkField(field, source, views, reader))
    .slice(0, mostProblems);
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

const mailViewOf = (kind: Kind) =>
  kinds[kind].category === 'digests' ? { ...mailSample, told: toldSample } : mailSample;

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
      if (isHtml) refuseUnsafeHtml(text);
      if (isHtml && Buffer.byteLength(text) > largestHtml) return [problem(field, 'it is larger than 80 KB')];
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
