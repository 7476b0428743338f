import {
  Context,
  type Emitter,
  ForTag,
  IfTag,
  Output,
  type Template,
  TokenKind,
  toValueSync,
  UnlessTag,
} from 'liquidjs';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};
/** `{{ name }}` or `{{ job.name }}`, without a filter. */
const plainName = /^\{\{-?\s*([a-z_]\w*)(?:\.([a-z_]\w*))?\s*-?\}\}$/i;
/** Names that Liquid reads as something else than a property. */
const special = new Set(['true', 'false', 'nil', 'null', 'empty', 'blank', 'size', 'first', 'last']);
const binding = /\{%-?\s*(?:assign|capture|for)\s+([\w-]+)/g;

/**
 * Replaces in a parsed template what most of a mail consists of, fixed text and plain values of the view, by something
 * that writes them directly: Liquid itself goes through some generators for each, which was half of the cost of a mail.
 * Whatever is not plain, such as a value that is no text, is left to Liquid, so that nothing is said differently.
 *
 * @param source that the template was parsed from
 */
export function quicken(templates: Template[], source: string, format: 'html' | 'text'): void {
  const bound = new Set(Array.from(source.matchAll(binding), ([, name = '']) => name));

  function visit(list: Template[]): void {
    for (const [place, template] of list.entries()) {
      if (template instanceof IfTag || template instanceof UnlessTag) {
        for (const branch of template.branches) visit(branch.templates);
        if (template.elseTemplates !== undefined) visit(template.elseTemplates);
      } else if (template instanceof ForTag) visit(template.templates);
      else list[place] = quickened(template) ?? template;
    }
  }

  function quickened(template: Template): Template | undefined {
    const { token } = template;
    if (token.kind === TokenKind.HTML) return { token, render: writing(textOf(template)) };
    const [, name = '', property] = (template instanceof Output && plainName.exec(token.getText())) || [];
    if (name === '' || bound.has(name) || special.has(name) || special.has(property ?? '')) return undefined;
    return {
      ...template,
      token,
      render(context: Context, emitter: Emitter) {
        const found =
          property === undefined
            ? own(context.environments, name)
            : own(own(context.environments, name), property);
        if (typeof found !== 'string') return template.render(context, emitter);
        context.memoryLimit.use(found.length);
        emitter.write(
          format === 'html' ? found.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign) : found,
        );
      },
    };
  }

  visit(templates);
}

function own(scope: unknown, name: string): unknown {
  return typeof scope === 'object' && scope !== null && Object.hasOwn(scope, name)
    ? Reflect.get(scope, name)
    : undefined;
}

function writing(text: string): Template['render'] {
  return (_context: Context, emitter: Emitter) => {
    emitter.write(text);
  };
}

/** What a fixed text says, without the spaces that marks in it have cut off. */
function textOf(template: Template): string {
  const emitter = {
    buffer: '',
    write(text: string) {
      this.buffer += text;
    },
  };
  toValueSync(template.render(new Context(), emitter));
  return emitter.buffer;
}
