import { load } from 'cheerio';
import { textOf, unreadable } from './values.ts';

/** An element with what stands directly in it. */
export interface XmlElement {
  /** As it is written, with its prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** All text of it and of its children, with entities resolved. */
  readonly text: string;
}

/** A node of a parsed document. */
export type DocumentNode = ReturnType<ReturnType<typeof load>['root']>[number]['children'][number];

/** Elements of a feed are a handful deep; what is deeper is left out. */
const deepest = 30;
/** An element takes a hundred times the memory of the four characters that it may be written by. */
const mostTags = 4_000_000;

/**
 * Parses an XML document. Entities other than those of XML are not resolved, so that a document can neither grow nor read
 * anything.
 *
 * @throws {ApplicationError} `source_unreadable`
 */
export function parseXml(document: string): XmlElement {
  const text = document.trimStart();
  if (!text.startsWith('<')) throw unreadable('The document is not XML.');
  let tags = 0;
  for (let index = text.indexOf('<'); index !== -1; index = text.indexOf('<', index + 1)) tags += 1;
  if (tags > mostTags) throw unreadable(`The document has more than ${mostTags} tags.`);
  const root = load(text, { xml: true }).root()[0];
  const elements = root === undefined ? [] : elementsOf(root.children, 0);
  const [element] = elements;
  if (element === undefined) throw unreadable('The document has no element.');
  return element;
}

function elementsOf(nodes: readonly DocumentNode[], depth: number): XmlElement[] {
  return nodes.flatMap((node) => {
    if (!('name' in node) || !('attribs' in node)) return [];
    const children = depth < deepest ? elementsOf(node.children, depth + 1) : [];
    return [
      {
        name: node.name,
        attributes: new Map(Object.entries(node.attribs)),
        children,
        text: depth < deepest ? textWithin(node.children, depth + 1) : '',
      },
    ];
  });
}

function textWithin(nodes: readonly DocumentNode[], depth: number): string {
  return nodes
    .map((node) => {
      if ('data' in node) return node.type === 'text' ? node.data : '';
      return 'children' in node && depth < deepest ? textWithin(node.children, depth + 1) : '';
    })
    .join('');
}

export const childrenOf = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child) => child.name === name);

/** The text of the first child of this name; empty when there is none. */
export const childText = (element: XmlElement, name: string): string =>
  textOf(element.children.find((child) => child.name === name)?.text);
