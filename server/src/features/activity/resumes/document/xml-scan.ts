/** What an XML document consists of, in its order. */
export interface XmlHandler {
  /** An element begins; one that is empty ends at once. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Entities of XML alone are resolved: a document can neither grow nor read anything. */
function resolveEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x?[0-9a-fA-F]{1,6}|\w{1,8});/g, (whole, name: string) => {
    if (!name.startsWith('#')) return entities.get(name) ?? whole;
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return Number.isInteger(code) && code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : '';
  });
}

/** Goes through a document once, from its front to its end, whatever it looks like. */
export function scanXml(document: string, handler: XmlHandler): void {
  let at = 0;
  while (at < document.length) {
    const start = document.indexOf('<', at);
    if (start === -1) return;
    if (start > at) handler.text(resolveEntities(document.slice(at, start)));
    if (document.startsWith('<!--', start)) {
      const end = document.indexOf('-->', start + 4);
      if (end === -1) return;
      at = end + 3;
      continue;
    }
    const end = document.indexOf('>', start);
    if (end === -1) return;
    const inside = document.slice(start + 1, end);
    at = end + 1;
    if (inside.startsWith('?') || inside.startsWith('!')) continue;
    if (inside.startsWith('/')) {
      handler.close(inside.slice(1).trim());
      continue;
    }
    const space = inside.search(/[\s/]/);
    const name = space === -1 ? inside : inside.slice(0, space);
    handler.open(name, space === -1 ? '' : inside.slice(space));
    if (inside.endsWith('/')) handler.close(name);
  }
}

/** The value of an attribute by its whole name. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const at = ` ${attributes}`.indexOf(` ${name}="`);
  if (at === -1) return undefined;
  const start = at + name.length + 2;
  const end = attributes.indexOf('"', start);
  return end === -1 ? undefined : resolveEntities(attributes.slice(start, end));
}
