import { Liquid } from 'liquidjs';
import { languages } from '../language/index.ts';
import { useFilters } from './filters/index.ts';

export type TextFormat = 'html' | 'text';

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
 * The library with our tags, filters and limits. In HTML every value is escaped, without a way around it; only own
 * properties of a view can be reached, and a name that the view does not have is an error except where it is asked for
 * in a condition.
 *
 * @param parts templates that others may use with `render`, by name
 */
export function createLiquid(format: TextFormat, parts: Readonly<Record<string, string>> = {}): Liquid {
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
  return liquid;
}
