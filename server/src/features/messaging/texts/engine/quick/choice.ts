import { type Context, type Emitter, type IfTag, isTruthy, type Template, toValue } from 'liquidjs';
import { VisibleContext } from './context.ts';
import { renderAll } from './render-all.ts';
import { absenceOf, quickValueOf } from './value.ts';

export function quickChoice(template: IfTag): Template {
  const branches = template.branches.flatMap(({ value, templates }) => {
    const read = quickValueOf(value);
    return read === undefined ? [] : [{ read, isAbsent: absenceOf(value), templates }];
  });
  if (branches.length < template.branches.length) return template;
  return {
    token: template.token,
    render(context: Context, emitter: Emitter) {
      if (!(context instanceof VisibleContext)) return template.render(context, emitter);
      for (const { read, isAbsent, templates } of branches) {
        const found = read(context);
        // What is not there is no fault in a condition, and not true.
        if (found === undefined && context.opts.lenientIf && isAbsent?.(context) === true) continue;
        if (found === undefined) return template.render(context, emitter);
        if (isTruthy(toValue(found), context)) return renderAll(templates, context, emitter);
      }
      return renderAll(template.elseTemplates ?? [], context, emitter);
    },
  };
}
