import { Liquid, type Template } from 'liquidjs';

/** A parsed template. */
export interface ParsedTemplate {
  renderToString(view: Readonly<Record<string, unknown>>): string;
}

export interface Engine {
  parse(text: string): ParsedTemplate;
}

/** Far above what our templates need, and a bound for those that people will write. */
const limits = { parseLimit: 200_000, renderLimit: 2_000, memoryLimit: 5_000_000 } as const;

/**
 * Makes an engine for one kind of text. In HTML every value is escaped unless the template says `raw`; only own
 * properties of a view can be reached, and a name that the view does not have is an error.
 *
 * @param partials templates that others may use as layout or part, by name
 */
export function createEngine(
  format: 'html' | 'text',
  partials: Readonly<Record<string, string>> = {},
): Engine {
  const liquid = new Liquid({
    ...limits,
    ...(format === 'html' ? { outputEscape: 'escape' as const } : {}),
    templates: { ...partials },
    ownPropertyOnly: true,
    strictVariables: true,
    strictFilters: true,
    dynamicPartials: true,
    cache: true,
  });
  return {
    parse(text) {
      const template: Template[] = liquid.parse(text);
      return { renderToString: (view) => String(liquid.renderSync(template, view)) };
    },
  };
}
