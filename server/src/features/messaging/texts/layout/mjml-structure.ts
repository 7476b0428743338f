/** A fault of MJML, by the line where it stands. */
export interface MjmlProblem {
  /** From 1; null: it is about the whole of it. */
  readonly line: number | null;
  readonly message: string;
}

/** MJML that cannot become a mail. */
export class MjmlError extends Error {
  override readonly name = 'MjmlError';

  readonly problems: readonly MjmlProblem[];

  constructor(problems: readonly MjmlProblem[]) {
    super(problems[0]?.message ?? 'the MJML cannot be used');
    this.problems = problems;
  }
}

/** Components whose content is HTML and is left as it is. */
const withHtml = new Set(['mj-text', 'mj-button', 'mj-table', 'mj-raw']);
/** Of what MJML has, that which needs no head, no background image and nothing of a foreign host. */
const components = new Set([
  ...withHtml,
  'mj-section',
  'mj-column',
  'mj-group',
  'mj-divider',
  'mj-spacer',
  'mj-image',
]);
const deepest = 8;
const most = 1_000;

/** Whether a body is written as MJML; all others are plain HTML. */
export const isMjml = (source: string): boolean => /<(?:mjml|mj-[a-z]+)[\s>/]/.test(source);

/**
 * Makes a body ready to be compiled: what Liquid has between components is put where MJML leaves it alone, and what
 * MJML would quietly ignore is refused. A document of its own is taken for the sections in its `mj-body`.
 * @throws {MjmlError}
 */
export function prepareBody(source: string): string {
  const body = sectionsOf(source);
  const open: { readonly name: string; readonly line: number }[] = [];
  let prepared = '';
  let end = 0;
  let count = 0;
  for (const { whole, start, line, tag } of readParts(body)) {
    const inside = open.at(-1)?.name ?? '';
    const isHtml = withHtml.has(inside);
    const between = body.slice(end, start);
    end = start + whole.length;
    if (!isHtml && /\S/.test(between)) {
      throw fault(lineAt(body, start - between.trimStart().length), 'a text has to stand in mj-text');
    }
    prepared += between;
    if (tag === null) {
      prepared += isHtml || whole.startsWith('<!--') ? whole : `<mj-raw>${whole}</mj-raw>`;
      continue;
    }
    const { isEnd, name } = tag;
    if (isHtml && !(isEnd && name === inside)) {
      throw fault(line, `<${isEnd ? '/' : ''}${name}> cannot stand in ${inside}`);
    }
    prepared += whole;
    if (isEnd) {
      if (inside !== name) throw fault(line, `</${name}> closes nothing that is open`);
      open.pop();
      continue;
    }
    if (!components.has(name)) throw fault(line, `${name} cannot stand in the body of a mail`);
    count += 1;
    if (!whole.slice(0, -1).trimEnd().endsWith('/')) open.push({ name, line });
    if (open.length > deepest) throw fault(line, 'components stand too deep in each other');
    if (count > most) throw fault(line, `a mail can have ${most} components at most`);
  }
  const left = open.at(-1);
  if (left !== undefined) throw fault(left.line, `${left.name} is not closed`);
  const rest = body.slice(end);
  if (/\S/.test(rest)) {
    throw fault(lineAt(body, body.length - rest.trimStart().length), 'a text has to stand in mj-text');
  }
  return prepared + rest;
}

/** A tag of a component, something of Liquid, or a comment. */
interface Part {
  readonly whole: string;
  readonly start: number;
  readonly line: number;
  readonly tag: { readonly name: string; readonly isEnd: boolean } | null;
}

/** By what these end; one that does not end is text. */
const closers: ReadonlyMap<string, string> = new Map([
  ['{%', '%}'],
  ['{{', '}}'],
  ['<!--', '-->'],
]);
const starts = /<(\/?)(mj-[a-z-]+|mjml)|\{%|\{\{|<!--/g;

/** @throws {MjmlError} a tag is not closed */
function* readParts(body: string): Generator<Part> {
  const missing = new Set<string>();
  let end = 0;
  let line = 1;
  let counted = 0;
  for (const { 0: opener, 1: slash, 2: name, index: start } of body.matchAll(starts)) {
    if (start < end) continue;
    const closer = closers.get(opener);
    if (closer !== undefined && missing.has(closer)) continue;
    line += lineAt(body.slice(counted, start), start) - 1;
    counted = start;
    const behind = start + opener.length;
    if (closer === undefined) {
      end = endOfTag(body, behind);
      if (end === -1) throw fault(line, `${opener} is not closed`);
    } else {
      const close = body.indexOf(closer, behind);
      // What does not end here ends nowhere behind it either.
      if (close === -1) {
        missing.add(closer);
        continue;
      }
      end = close + closer.length;
    }
    const tag = name === undefined ? null : { name, isEnd: slash === '/' };
    yield { whole: body.slice(start, end), start, line, tag };
  }
}

/** Behind the next `>` outside of quotes; -1 for none. */
function endOfTag(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '>') return at + 1;
    if (character !== '"' && character !== "'") continue;
    at = text.indexOf(character, at + 1);
    if (at === -1) return -1;
  }
  return -1;
}

const closing = ['</mj-body>', '</mjml>'] as const;

/** The sections of a document, on the lines where they stood. */
function sectionsOf(source: string): string {
  const document = source.trimEnd();
  const [opening] = /^\s*<mjml[^>]*>/.exec(document) ?? [];
  const inner = document.endsWith(closing[1]) ? document.slice(0, -closing[1].length).trimEnd() : '';
  if (opening === undefined || !inner.endsWith(closing[0])) return source;
  const end = inner.length - closing[0].length;
  const bodyTag = inner.indexOf('<mj-body', opening.length);
  const start = bodyTag === -1 ? 0 : inner.indexOf('>', bodyTag) + 1;
  if (start === 0 || start > end) return source;
  const head = inner.slice(opening.length, bodyTag);
  if (/\S/.test(head)) {
    const line = lineAt(source, opening.length + head.length - head.trimStart().length);
    throw fault(line, 'the frame of all mails has the head; write what stands in mj-body');
  }
  return `${source.slice(0, start).replaceAll(/[^\n]/g, '')}${source.slice(start, end)}`;
}

const fault = (line: number, message: string) => new MjmlError([{ line, message }]);

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;
