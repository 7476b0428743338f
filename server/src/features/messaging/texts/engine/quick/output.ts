import { Context, type Emitter, type Output, type Template, toValue, toValueSync } from 'liquidjs';
import { VisibleContext } from './context.ts';
import { quickValueOf } from './value.ts';

export function quickOutput(template: Output): Template {
  const read = quickValueOf(template.value);
  if (read === undefined) return template;
  return {
    token: template.token,
    arguments: () => template.arguments(),
    render(context: Context, emitter: Emitter) {
      const found = context instanceof VisibleContext ? read(context) : undefined;
      if (found === undefined) return template.render(context, emitter);
      emitter.write(toValue(found));
    },
  };
}

/** A fixed text, without the spaces that marks in it have cut off. */
export function quickText(template: Template): Template {
  const emitter = {
    buffer: '',
    write(text: string) {
      this.buffer += text;
    },
  };
  toValueSync(template.render(new Context(), emitter));
  const text = emitter.buffer;
  return {
    token: template.token,
    render(_context: Context, to: Emitter) {
      to.write(text);
    },
  };
}
