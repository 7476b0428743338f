import { type Liquid, LiquidError, type Template } from 'liquidjs';
import { createLiquid } from '../liquid.ts';
import { VisibleContext } from './context.ts';
import { quicken } from './quicken.ts';

/** Each thing that is read in a quick way, and some that are not. */
const probes: readonly string[] = [
  ' {{- name -}} {{ one.two }} {{ list.size }} {{ list | join: ", " | upcase }} {{ none | default: "x" }} ',
  '{% if count > 1 and name %}a{% elsif list contains "b" %}b{% else %}c{% endif %}{% if none %}d{% endif %}',
  '{% unless count == 2 %}{{ name }}{% else %}{{ one.two }}{% endunless %}',
  '{% case name %}{% when "<a>" %}{{ count | plus: 1 }}{% else %}x{% endcase %}',
  '{% assign long = list | map: "x" %}{% assign sum = count | times: 2 %}{{ sum }}',
  '{% for item in list %}{% if item == "b" %}{% continue %}{% endif %}{{ item }}{{ name }}{% else %}none{% endfor %}',
  '{% for item in list %}{{ forloop.index }}{% break %}{% endfor %}{% for item in empty %}{% else %}none{% endfor %}',
  '{{ missing }}',
];

const view = { name: '<a>', count: 2, one: { two: null }, list: ['a', 'b', 'c'], empty: [], none: null };

let isKnownToWork: boolean | undefined;

/**
 * Whether the library is as `quicken` expects it. It is found out once, when somebody first needs an engine: a later
 * version may have moved what is private in it, and then texts are said slowly instead of wrongly.
 */
export function quickReadingWorks(): boolean {
  isKnownToWork ??= saysTheSame(quicken);
  return isKnownToWork;
}

/** Whether the probes say the same with and without the change. */
export function saysTheSame(change: (templates: Template[]) => void): boolean {
  try {
    const liquid = createLiquid('html');
    return probes.every((probe) => {
      const changed = liquid.parse(probe);
      change(changed);
      return say(liquid, changed) === say(liquid, liquid.parse(probe));
    });
  } catch {
    return false;
  }
}

function say(liquid: Liquid, template: Template[]): string {
  const globals = { reader: { locale: 'en', time_zone: 'UTC' } };
  const context = new VisibleContext(view, liquid.options, { globals, sync: true }, { liquid });
  try {
    return String(liquid.renderSync(template, context));
  } catch (error) {
    if (LiquidError.is(error)) return error.message;
    throw error;
  }
}
