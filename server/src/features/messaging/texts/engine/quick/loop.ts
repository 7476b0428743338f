import type { Context, Emitter, ForTag, Template } from 'liquidjs';
import { VisibleContext } from './context.ts';
import { renderAll } from './render-all.ts';
import { quickOperandOf } from './value.ts';

/** What only Liquid does: it counts turns for whoever asks, and goes on where another loop has ended. */
const bookkeeping = /forloop|offset|limit|reversed/;

export function quickLoop(template: ForTag): Template {
  const { variable, collection, token } = template;
  const read = quickOperandOf(collection);
  if (read === undefined || bookkeeping.test(token.input)) return template;
  return {
    token,
    render(context: Context, emitter: Emitter) {
      const found = context instanceof VisibleContext ? read(context) : undefined;
      if (!Array.isArray(found)) return template.render(context, emitter);
      if (found.length === 0) return renderAll(template.elseTemplates, context, emitter);
      const scope: Record<string, unknown> = Object.create(null);
      context.push(scope);
      for (const item of found) {
        scope[variable] = item;
        context.continueCalled = false;
        context.breakCalled = false;
        renderAll(template.templates, context, emitter);
        if (context.breakCalled) break;
      }
      context.continueCalled = false;
      context.breakCalled = false;
      context.pop();
    },
  };
}
