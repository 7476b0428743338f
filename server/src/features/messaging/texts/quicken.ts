import {
  AssignTag,
  CaseTag,
  Context,
  type Emitter,
  ForTag,
  IfTag,
  isTruthy,
  LiquidError,
  Output,
  RenderError,
  type Template,
  TokenKind,
  toValue,
  toValueSync,
  UnlessTag,
  Value,
} from 'liquidjs';
import { quickOperandOf, quickValueOf } from './quick-value.ts';
import { VisibleContext } from './visible-context.ts';

/**
 * Lets a parsed template write its fixed text directly and read its values by plain calls: Liquid itself goes through
 * some generators for each, which was most of the cost of a mail. Whatever is not plain, such as a name that is not
 * there, is left to Liquid, so that nothing is said differently and every fault is told by it.
 */
export function quicken(templates: Template[]): void {
  for (const [place, template] of templates.entries()) {
    if (template.token.kind === TokenKind.HTML) templates[place] = quickText(template);
    else if (template instanceof Output) templates[place] = quickOutput(template);
    else if (template instanceof ForTag) {
      quicken(template.templates);
      quicken(template.elseTemplates);
      templates[place] = quickLoop(template);
    } else if (template instanceof IfTag) {
      for (const branch of template.branches) quicken(branch.templates);
      quicken(template.elseTemplates ?? []);
      templates[place] = quickChoice(template);
    } else if (template instanceof UnlessTag) {
      for (const branch of template.branches) {
        quickenValue(branch.value);
        quicken(branch.templates);
      }
      quicken(template.elseTemplates ?? []);
    } else if (template instanceof CaseTag) {
      quickenValue(Reflect.get(template, 'value'));
      for (const branch of template.branches) quicken(branch.templates);
      quicken(template.elseTemplates);
    } else if (template instanceof AssignTag) quickenValue(Reflect.get(template, 'value'));
  }
}

/** What asks for the value takes an answer as well as a generator of one. */
function quickenValue(value: unknown): void {
  const read = value instanceof Value ? quickValueOf(value) : undefined;
  if (read === undefined) return;
  Reflect.set(Object(value), 'value', (context: Context, isLenient?: boolean) => {
    const found = context instanceof VisibleContext ? read(context) : undefined;
    return found === undefined ? Value.prototype.value.call(value, context, isLenient) : found;
  });
}

function quickOutput(template: Output): Template {
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

function quickChoice(template: IfTag): Template {
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

/** What only Liquid does: it counts turns for whoever asks, and goes on where another loop has ended. */
const bookkeeping = /forloop|offset|limit|reversed/;

function quickLoop(template: ForTag): Template {
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

/** As Liquid does it, one template after the other, but without waiting for any. */
function renderAll(templates: readonly Template[], context: Context, emitter: Emitter): void {
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

/** A fixed text, without the spaces that marks in it have cut off. */
function quickText(template: Template): Template {
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
