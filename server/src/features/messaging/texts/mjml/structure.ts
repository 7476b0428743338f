/** A fault of MJML, by the line where it stands. */
export interface MjmlProblem {
  /** From 1; null: it is about the whole of it. */
  readonly line: number | null;
  readonly message: string;
}

/** MJML that can not become a mail. */
export class MjmlError extends Error {
  override readonly name = 'MjmlError';

  readonly problems: readonly MjmlProblem[];

  constructor(problems: readonly MjmlProblem[]) {
    super(problems[0]?.message ?? 'the MJML can not be used');
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

const parts =
  /<(\/?)(mj-[a-z-]+|mjml)((?:"[^"]*"|'[^']*'|[^"'>])*)>|\{%-?[\s\S]*?%\}|\{\{[\s\S]*?\}\}|<!--[\s\S]*?-->/g;

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
  for (const match of body.matchAll(parts)) {
    const [whole, slash, name, attributes = ''] = match;
    const inside = open.at(-1)?.name ?? '';
    const isHtml = withHtml.has(inside);
    const line = () => lineAt(body, match.index);
    const between = body.slice(end, match.index);
    end = match.index + whole.length;
    if (!isHtml && /\S/.test(between)) {
      throw fault(lineAt(body, match.index - between.trimStart().length), 'a text has to stand in mj-text');
    }
    prepared += between;
    if (name === undefined) {
      prepared += isHtml || whole.startsWith('<!--') ? whole : `<mj-raw>${whole}</mj-raw>`;
      continue;
    }
    if (isHtml && !(slash === '/' && name === inside)) {
      throw fault(line(), `<${slash}${name}> can not stand in ${inside}`);
    }
    prepared += whole;
    if (slash === '/') {
      if (inside !== name) throw fault(line(), `</${name}> closes nothing that is open`);
      open.pop();
      continue;
    }
    if (!components.has(name)) throw fault(line(), `${name} can not stand in the body of a mail`);
    count += 1;
    if (!attributes.trimEnd().endsWith('/')) open.push({ name, line: line() });
    if (open.length > deepest) throw fault(line(), 'components stand too deep in each other');
    if (count > most) throw fault(line(), `a mail can have ${most} components at most`);
  }
  const left = open.at(-1);
  if (left !== undefined) throw fault(left.line, `${left.name} is not closed`);
  const rest = body.slice(end);
  if (/\S/.test(rest)) {
    throw fault(lineAt(body, body.length - rest.trimStart().length), 'a text has to stand in mj-text');
  }
  return prepared + rest;
}

/** The sections of a document, on the lines where they stood. */
function sectionsOf(source: string): string {
  const document = /^(\s*<mjml[^>]*>)([\s\S]*?)(<mj-body[^>]*>)([\s\S]*)(<\/mj-body>\s*<\/mjml>\s*)$/.exec(
    source,
  );
  if (document === null) return source;
  const [, opening = '', head = '', bodyOpening = '', body = ''] = document;
  if (/\S/.test(head)) {
    const line = lineAt(source, opening.length + head.length - head.trimStart().length);
    throw fault(line, 'the frame of all mails has the head; write what stands in mj-body');
  }
  return `${(opening + head + bodyOpening).replaceAll(/[^\n]/g, '')}${body}`;
}

const fault = (line: number, message: string) => new MjmlError([{ line, message }]);

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;
