import { cutDocument, emptyBody, linesAbove, mjmlDocument } from './document.ts';
import { MjmlError, type MjmlProblem, prepareBody } from './mjml-structure.ts';

/** A body that Liquid can fill in. */
export interface CompiledBody {
  readonly html: string;
  /** Rules for the head that the frame does not have, such as the widths of several columns; mostly empty. */
  readonly styles: string;
}

/** A compiled body, as it is kept with its source. */
export interface CompiledMjml extends CompiledBody {
  /** Name and version of what has compiled it. */
  readonly compiler: string;
}

export interface MjmlCompiler {
  /** Name and version of what compiles, as it is kept with what it has made. */
  readonly name: string;
  /** @throws {MjmlError} */
  compile(source: string): Promise<CompiledBody>;
  /** What stands around every body, with a mark in its place. */
  frame(): Promise<string>;
}

/** Loads the library, which takes half a second; so it is only done where something is compiled. */
export async function loadMjmlCompiler(): Promise<MjmlCompiler> {
  const [{ default: mjml2html }, { default: manifest }] = await Promise.all([
    import('mjml'),
    import('mjml/package.json', { with: { type: 'json' } }),
  ]);

  async function compileDocument(body: string) {
    const { html, errors } = await mjml2html(mjmlDocument(body), {
      // No file is read and no font is fetched.
      ignoreIncludes: true,
      useMjmlConfigOptions: false,
      fonts: {},
      keepComments: true,
      minify: false,
      beautify: false,
      validationLevel: 'soft',
    });
    if (errors.length > 0) throw new MjmlError(errors.map(toProblem));
    return cutDocument(withoutIndentation(html));
  }

  const known = compileDocument(emptyBody);
  return {
    name: `mjml ${manifest.version}`,
    frame: async () => (await known).frame,
    async compile(source) {
      const { body, frame } = await compileDocument(prepareBody(source));
      return { html: body, styles: rulesBeyond(frame, (await known).frame) };
    },
  };
}

const toProblem = ({
  line,
  tagName,
  message,
}: {
  line: number;
  tagName: string;
  message: string;
}): MjmlProblem => ({
  line: Math.max(1, line - linesAbove),
  message: `${tagName}: ${message.trim()}`,
});

/** Line breaks between tags stay, so that a mail can be read; what indents them is a fifth of its size. */
function withoutIndentation(html: string): string {
  return html
    .replaceAll(/>[ \t]*\n\s*(?=[<{])/g, '>\n')
    .replaceAll(/(\}[^\S\n]*)\n\s*(?=<)/g, '$1\n')
    .replaceAll(/<([a-z][a-z0-9]*)\s*\n\s*/g, '<$1 ')
    .replaceAll(/(["a-z])[^\S\n]*\n\s*>/g, '$1>')
    .replaceAll(/(<[a-z][a-z0-9]*) {2,}/g, '$1 ')
    .replaceAll(/\n\s*\n/g, '\n');
}

const widthRule = /\.mj-column-[\w-]+ \{[^{}]*\}/g;

function rulesBeyond(frame: string, known: string): string {
  const rules = [...new Set(frame.match(widthRule) ?? [])].filter((rule) => !known.includes(rule));
  return rules.length === 0 ? '' : `@media only screen and (min-width:480px) { ${rules.join(' ')} }`;
}
