import {
  AssignTag,
  CaseTag,
  type Context,
  ForTag,
  IfTag,
  Output,
  type Template,
  TokenKind,
  UnlessTag,
  Value,
} from 'liquidjs';
import { quickChoice } from './choice.ts';
import { VisibleContext } from './context.ts';
import { quickLoop } from './loop.ts';
import { quickOutput, quickText } from './output.ts';
import { quickValueOf } from './value.ts';

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
