import type { CheerioAPI } from 'cheerio';
import type { Fields } from '../reading/values.ts';
import type { DocumentNode } from '../reading/xml.ts';

type ElementNode = Extract<DocumentNode, { attribs: unknown }>;

const deepest = 40;
const mostItems = 5_000;

/** Where an element keeps its value, when that is not its text (HTML standard, 5.2.4). */
const valueAttributes: ReadonlyMap<string, string> = new Map([
  ['meta', 'content'],
  ['a', 'href'],
  ['area', 'href'],
  ['link', 'href'],
  ['img', 'src'],
  ['audio', 'src'],
  ['embed', 'src'],
  ['iframe', 'src'],
  ['source', 'src'],
  ['video', 'src'],
  ['object', 'data'],
  ['data', 'value'],
  ['meter', 'value'],
  ['time', 'datetime'],
]);

/** The JobPosting items of a page that says them by microdata, as the objects that JSON-LD would have. */
export function readMicrodata($: CheerioAPI): readonly Fields[] {
  const items = $('[itemscope][itemtype*="schema.org/JobPosting"]').slice(0, mostItems).toArray();
  return items.map((item) => itemOf($, item, 0));
}

function itemOf($: CheerioAPI, item: ElementNode, depth: number): Fields {
  const properties = new Map<string, unknown[]>();

  function walk(nodes: readonly DocumentNode[], level: number): void {
    if (level > deepest) return;
    for (const node of nodes) {
      if (!('attribs' in node)) continue;
      const isItem = 'itemscope' in node.attribs;
      const names = (node.attribs['itemprop'] ?? '').split(/\s+/).filter((name) => name !== '');
      for (const name of names) {
        const value = isItem ? itemOf($, node, level + 1) : propertyOf($, node, name);
        properties.set(name, [...(properties.get(name) ?? []), value]);
      }
      // What is in another item belongs to it.
      if (!isItem) walk(node.children, level + 1);
    }
  }

  if (depth <= deepest) walk(item.children, depth);
  const type = (item.attribs['itemtype'] ?? '').trim().split('/').at(-1);
  return Object.fromEntries([
    ['@type', type],
    ...[...properties].map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  ]);
}

function propertyOf($: CheerioAPI, node: ElementNode, name: string): string {
  const attribute = valueAttributes.get(node.name);
  const value = attribute === undefined ? undefined : node.attribs[attribute];
  if (value !== undefined) return value;
  if (node.attribs['content'] !== undefined) return node.attribs['content'];
  return name === 'description' ? ($(node).html() ?? '') : $(node).text();
}
