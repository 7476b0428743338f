import type { Template } from 'liquidjs';
import type { TextRecipient } from '../language/index.ts';
import { createLiquid, type TextFormat } from './liquid.ts';
import { VisibleContext } from './quick/context.ts';
import { quickReadingWorks } from './quick/detect.ts';
import { quicken } from './quick/quicken.ts';

/** A parsed template. */
export interface ParsedTemplate {
  /** @throws when it names what the view does not have, or goes beyond a limit */
  render(view: Readonly<Record<string, unknown>>, recipient: TextRecipient): string;
}

export interface Engine {
  /** @throws {LiquidError} with the place of the fault */
  parse(text: string): ParsedTemplate;
}

export interface EngineOptions {
  /** Templates that others may use with `render`, by name. */
  readonly parts?: Readonly<Record<string, string>>;
  /** Left out: quick, if the library is as we know it. */
  readonly isQuick?: boolean;
}

/**
 * Makes an engine for one kind of text. Every template also has `reader` with the locale and time zone for which the
 * filters format.
 */
export function createEngine(format: TextFormat, options: EngineOptions = {}): Engine {
  const { parts, isQuick = quickReadingWorks() } = options;
  const liquid = createLiquid(format, parts);
  return {
    parse(text) {
      const template: Template[] = liquid.parse(unrolled(text));
      if (isQuick) quicken(template);
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
