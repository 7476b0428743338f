/** HTML that must not go out in a mail. */
export class UnsafeHtmlError extends Error {
  override readonly name = 'UnsafeHtmlError';
}

const tag = /<\/?([a-z][a-z0-9]*)(?![a-z0-9])((?:"[^"]*"|'[^']*'|[^"'>])*)>/iy;
/** One after the other, as `quotedAttributes` has found them. */
const attributes = /\s+([a-z][a-z-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/giy;
/** Without quotes a value could add attributes of its own. */
const quotedAttributes = /^(?:\s+[a-z][a-z-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*\s*\/?$/i;
const allowedTags = new Set(
  'a b blockquote br code div em h1 h2 h3 h4 hr i img li ol p pre s small span strong sub sup table tbody td tfoot th thead tr u ul'.split(
    ' ',
  ),
);
/** By these MJML speaks to Outlook alone; what stands between them is looked at like all the rest. */
const condition = /<!--\[if [a-z0-9 |!()]*\]>(?:<!-->)?|(?:<!--)?<!\[endif\]-->/iy;
const mostKnown = 2_000;
const addressAttributes = new Set(['href', 'src', 'background']);

/**
 * Refuses what no mail of ours needs and what mail programs drop or warn of: programs, forms, styles for the whole
 * page, and links that lead anywhere but to a page or a mailbox. Values are escaped before they come here, so a tag is
 * the template's own doing; an address may be a value.
 *
 * @param known tags that have been found to be safe before, most of which are in every mail; more are added
 * @throws {UnsafeHtmlError}
 */
export function refuseUnsafeHtml(page: string, known: Set<string> = new Set()): void {
  for (let at = page.indexOf('<'); at >= 0; at = page.indexOf('<', at)) {
    const end = page.indexOf('>', at) + 1;
    const text = page.slice(at, end);
    if (known.has(text)) at = end;
    else at += page[at + 1] === '!' ? lengthOfCondition(page, at) : lengthOfSafeTag(page, at, known);
  }
}

function lengthOfCondition(page: string, at: number): number {
  condition.lastIndex = at;
  const found = condition.exec(page)?.[0];
  if (found === undefined) throw new UnsafeHtmlError('a tag is not closed');
  return found.length;
}

function lengthOfSafeTag(page: string, at: number, known: Set<string>): number {
  tag.lastIndex = at;
  const [text, name = '', rest = ''] = tag.exec(page) ?? [];
  if (text === undefined) throw new UnsafeHtmlError('a tag is not closed');
  if (!allowedTags.has(name.toLowerCase())) {
    throw new UnsafeHtmlError(`<${name.toLowerCase()}> cannot stand in a mail`);
  }
  if (!quotedAttributes.test(rest)) {
    throw new UnsafeHtmlError(`each attribute of <${name.toLowerCase()}> needs quotes around its value`);
  }
  let leadsAway = false;
  for (const [, attribute = '', quoted, single] of rest.matchAll(attributes)) {
    const value = quoted ?? single;
    if (value === undefined) continue;
    const lowered = attribute.toLowerCase();
    leadsAway ||= addressAttributes.has(lowered);
    refuseUnsafeAttribute(lowered, value);
  }
  // One with an address is another one in the next mail, and one with `>` inside would not be recognized.
  if (!leadsAway && text.indexOf('>') === text.length - 1) {
    if (known.size >= mostKnown) known.clear();
    known.add(text);
  }
  return text.length;
}

function refuseUnsafeAttribute(name: string, value: string): void {
  if (name.startsWith('on') || name === 'srcset') {
    throw new UnsafeHtmlError(`a tag of a mail cannot have ${name}`);
  }
  if (addressAttributes.has(name) && !isSafeAddress(value)) {
    throw new UnsafeHtmlError(`${name} leads to http, https or mailto only, not to “${value.slice(0, 80)}”`);
  }
}

function isSafeAddress(address: string): boolean {
  return /^(?:https?:\/\/|mailto:)/i.test(address) && !/[\p{Cc}\s]/u.test(address);
}
