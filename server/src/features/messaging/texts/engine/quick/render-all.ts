import { type Context, type Emitter, LiquidError, RenderError, type Template, toValueSync } from 'liquidjs';

/** As Liquid does it, one template after the other, but without waiting for any. */
export function renderAll(templates: readonly Template[], context: Context, emitter: Emitter): void {
  context.renderLimit.check(performance.now());
  for (const template of templates) {
    try {
      const rest = toValueSync(template.render(context, emitter));
      if (rest !== undefined && rest !== '') emitter.write(rest);
    } catch (error) {
      if (LiquidError.is(error) || !(error instanceof Error)) throw error;
      throw new RenderError(error, template);
    }
    if (context.breakCalled || context.continueCalled) return;
  }
}
