import { readFileSync } from 'node:fs';
import { kindNames, locales } from '@rolecall/contract';
import { z } from 'zod';
import {
  inWords,
  type KindTexts,
  type ShippedMail,
  textsByKind,
} from '../../../../platform/kind-texts/index.ts';
import { loadMjmlCompiler } from './mjml-compiler.ts';

/** What this release says, compiled. It is made by `npm run docs` and held against the sources by a test. */
export interface ShippedHtml {
  /** What stands around every body, with a mark in its place. */
  readonly frame: string;
  /** The body of a mail in its words. */
  bodyOf(mail: ShippedMail): string;
  /** What has been written as plain HTML, as a body. */
  around(html: string): string;
}

const linesSchema = z.array(z.string()).transform((lines) => lines.join('\n'));
const fileSchema = z.object({
  frame: linesSchema,
  layouts: z.array(z.object({ mjml: linesSchema, html: linesSchema })),
});

/** Stands around a body that is written as plain HTML. */
const plainLayout =
  '<mj-section padding="24px 24px 12px"><mj-column><mj-text>[[0]]</mj-text></mj-column></mj-section>';

let read: ShippedHtml | undefined;

/** It is read when somebody first needs it. */
export function shippedHtml(): ShippedHtml {
  read ??= readShippedHtml();
  return read;
}

function readShippedHtml(): ShippedHtml {
  const text = readFileSync(new URL('./shipped.json', import.meta.url), 'utf8');
  const { frame, layouts } = fileSchema.parse(JSON.parse(text));
  const htmlOf = new Map(layouts.map(({ mjml, html }) => [mjml, html]));
  const compiled = (mjml: string, words: readonly string[]) => {
    const html = htmlOf.get(mjml);
    if (html === undefined) throw new Error('a mail has not been compiled; run "npm run docs"');
    return inWords(html, words);
  };
  return {
    frame,
    bodyOf: ({ layout }) => compiled(layout.mjml, layout.words),
    around: (html) => compiled(plainLayout, [html]),
  };
}

/** The file from which it is read: each layout that a mail has, once, as its source and as HTML. */
export async function renderShippedHtml(kinds: readonly KindTexts[]): Promise<string> {
  const textsOf = textsByKind(kinds);
  const compiler = await loadMjmlCompiler();
  const sources = new Set([
    plainLayout,
    ...[...kindNames]
      .sort()
      .flatMap((kind) => locales.map((locale) => textsOf(kind).mail(locale).layout.mjml)),
  ]);
  const layouts = [];
  for (const mjml of sources) {
    const { html, styles } = await compiler.compile(mjml);
    if (styles !== '') throw new Error('a shipped mail needs styles that the frame does not have');
    layouts.push({ mjml: mjml.split('\n'), html: html.split('\n') });
  }
  const file = { compiler: compiler.name, frame: (await compiler.frame()).split('\n'), layouts };
  return `${JSON.stringify(file, undefined, 1)}\n`;
}
