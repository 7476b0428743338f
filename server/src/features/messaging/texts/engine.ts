import type { Locale } from '@rolecall/contract';
import { Liquid, type Template } from 'liquidjs';
import { useFilters } from './filters.ts';
import type { Language } from './language.ts';
import { quicken } from './quicken.ts';
import type { Reader } from './reader.ts';
import { VisibleContext } from './visible-context.ts';

/** A parsed template. */
export interface ParsedTemplate {
  /** @throws when it names what the view does not have, or goes beyond a limit */
  render(view: Readonly<Record<string, unknown>>, reader: Reader): string;
}

export interface Engine {
  /** @throws {LiquidError} with the place of the fault */
  parse(text: string): ParsedTemplate;
}

/** Bounds for those who write templates: a page is far below, a mistake far above. Times are in milliseconds. */
const limits = { parseLimit: 200_000, renderLimit: 2_000, memoryLimit: 2_000_000 } as const;

/** Tags that templates may use: none reaches out of its template but `render`, and that only to our parts. */
const tags = new Set([
  'assign',
  'break',
  'capture',
  'case',
  'comment',
  'continue',
  'for',
  'if',
  'raw',
  'render',
  'unless',
]);

/**
 * Makes an engine for one kind of text. In HTML every value is escaped, without a way around it; only own properties
 * of a view can be reached, and a name that the view does not have is an error except where it is asked for in a
 * condition. Every template also has `reader` with the locale and time zone for which the filters format.
 *
 * @param parts templates that others may use with `render`, by name
 */
export function createEngine(
  format: 'html' | 'text',
  languages: Readonly<Record<Locale, Language>>,
  parts: Readonly<Record<string, string>> = {},
): Engine {
  const liquid = new Liquid({
    ...limits,
    ...(format === 'html' ? { outputEscape: 'escape' as const } : {}),
    templates: { ...parts },
    ownPropertyOnly: true,
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    dynamicPartials: true,
    cache: true,
  });
  for (const name of Object.keys(liquid.tags)) {
    if (!tags.has(name)) Reflect.deleteProperty(liquid.tags, name);
  }
  useFilters(liquid, languages);
  return {
    parse(text) {
      const template: Template[] = liquid.parse(unrolled(text));
      quicken(template);
      return {
        render(view, { locale, time_zone }) {
          const globals = { reader: { locale, time_zone } };
          const context = new VisibleContext(view, liquid.options, { globals, sync: true }, { liquid });
          return String(liquid.renderSync(template, context));
        },
      };
    },
  };
}

/** A loop that says the same again and again is written out, since Liquid spends more on a turn than on a text. */
function unrolled(text: string): string {
  return text.replaceAll(
    /\{% for \w+ in \(1\.\.(\d{1,2})\) %\}([^{}]{1,100})\{% endfor %\}/g,
    (_loop, turns, body) => String(body).repeat(Number(turns)),
  );
}
