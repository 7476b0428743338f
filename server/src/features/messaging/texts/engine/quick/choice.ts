import { type Context, type Emitter, type IfTag, isTruthy, type Template, toValue } from 'liquidjs';
import { VisibleContext } from './context.ts';
import { renderAll } from './render-all.ts';
import { quickValueOf } from './value.ts';

export function quickChoice(template: IfTag): Template {
  const branches = template.branches.flatMap(({ value, templates }) => {
    const read = quickValueOf(value);
    return read === undefined ? [] : [{ read, templates }];
  });
  if (branches.length < template.branches.length) return template;
  return {
    token: template.token,
    render(context: Context, emitter: Emitter) {
      if (!(context instanceof VisibleContext)) return template.render(context, emitter);
      for (const { read, templates } of branches) {
        const found = read(context);
        if (found === undefined) return template.render(context, emitter);
        if (isTruthy(toValue(found), context)) return renderAll(templates, context, emitter);
      }
      return renderAll(template.elseTemplates ?? [], context, emitter);
    },
  };
}
