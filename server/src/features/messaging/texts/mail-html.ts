/** HTML that must not go out in a mail. */
export class UnsafeHtmlError extends Error {
  override readonly name = 'UnsafeHtmlError';
}

const tags = /<\/?([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;
const attributes = /([a-z][a-z-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/gi;
/** Without quotes a value could add attributes of its own. */
const quotedAttributes = /^(?:\s+[a-z][a-z-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*\s*\/?$/i;
const allowedTags = new Set(
  'a b blockquote br code div em h1 h2 h3 h4 hr i img li ol p pre s small span strong sub sup table tbody td tfoot th thead tr u ul'.split(
    ' ',
  ),
);
/** By these MJML speaks to Outlook alone; what stands between them is looked at like all the rest. */
const conditions = /<!--\[if [a-z0-9 |!()]*\]>(?:<!-->)?|(?:<!--)?<!\[endif\]-->/gi;
const addressAttributes = new Set(['href', 'src', 'background']);

/**
 * Refuses what no mail of ours needs and what mail programs drop or warn of: programs, forms, styles for the whole
 * page, and links that lead anywhere but to a page or a mailbox. Values are escaped before they come here, so a tag is
 * the template's own doing; an address may be a value.
 * @throws {UnsafeHtmlError}
 */
export function refuseUnsafeHtml(page: string): void {
  const html = page.replaceAll(conditions, '');
  for (const [, name = '', rest = ''] of html.matchAll(tags)) {
    if (!allowedTags.has(name.toLowerCase())) {
      throw new UnsafeHtmlError(`<${name.toLowerCase()}> can not stand in a mail`);
    }
    if (!quotedAttributes.test(rest)) {
      throw new UnsafeHtmlError(`each attribute of <${name.toLowerCase()}> needs quotes around its value`);
    }
    for (const [, attribute = '', quoted, single, bare] of rest.matchAll(attributes)) {
      refuseUnsafeAttribute(attribute.toLowerCase(), quoted ?? single ?? bare ?? '');
    }
  }
  if (html.replaceAll(tags, '').includes('<')) throw new UnsafeHtmlError('a tag is not closed');
}

function refuseUnsafeAttribute(name: string, value: string): void {
  if (name.startsWith('on') || name === 'srcset') {
    throw new UnsafeHtmlError(`a tag of a mail can not have ${name}`);
  }
  if (addressAttributes.has(name) && !isSafeAddress(value)) {
    throw new UnsafeHtmlError(`${name} leads to http, https or mailto only, not to “${value.slice(0, 80)}”`);
  }
}

function isSafeAddress(address: string): boolean {
  return /^(?:https?:\/\/|mailto:)/i.test(address) && !/[\p{Cc}\s]/u.test(address);
}
