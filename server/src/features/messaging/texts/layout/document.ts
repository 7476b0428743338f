import { tones } from '../../../../platform/kind-texts/index.ts';

/** Where the frame of a mail has its body. */
export const bodyMark = '<!-- body -->';
const bodyEnd = '<!-- end -->';

const sans = "'Instrument Sans',-apple-system,'Segoe UI',Helvetica,Arial,sans-serif";

const darkTones = Object.entries(tones)
  .map(
    ([name, { dark }]) =>
      `.${name}, .${name} > table { background: ${dark.ground} !important } .${name} .tone > div { color: ${dark.ink} !important }`,
  )
  .join('\n');

/**
 * The frame of every mail: one column of at most 600 px that also fits a phone of 320 px, without a single image, in
 * light and in dark. Styles stand inline, because many mail programs drop all others, and only the dark colours need
 * the style sheet. All of it stands on few lines, and the body begins on the first one of its own, so that a problem
 * of a body is told by its line.
 */
const above = `<mjml lang="{{ lang }}" dir="ltr">
<mj-head>
<mj-title>{{ subject }}</mj-title>
<mj-raw><meta name="x-apple-disable-message-reformatting">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
{% if styles != '' %}<style>{{ styles }}</style>{% endif %}</mj-raw>
<mj-attributes>
<mj-section padding="0" />
<mj-text font-family="${sans}" font-size="16px" line-height="25px" color="#1b2320" padding="0 0 12px" css-class="ink" />
<mj-table font-family="${sans}" font-size="16px" line-height="25px" color="#1b2320" padding="0 0 12px" css-class="ink" role="presentation" />
<mj-button font-family="${sans}" font-size="16px" font-weight="600" line-height="24px" align="left" background-color="#0f5c4d" color="#ffffff" border-radius="8px" inner-padding="11px 22px" padding="10px 0 18px" css-class="action" />
<mj-divider border-color="#e3e0d7" border-width="1px" padding="4px 0 16px" css-class="rule" />
<mj-image padding="0 0 12px" />
</mj-attributes>
<mj-style>
:root { color-scheme: light dark; supported-color-schemes: light dark }
h1, h2, p, ul, ol, blockquote { margin: 0 }
@media (max-width: 639px) { .card { margin: 0 8px !important } }
@media (max-width: 479px) { h1 { font-size: 20px !important; line-height: 27px !important } }
@media (prefers-color-scheme: dark) {
.page, .page > div { background: #121715 !important }
.card, .card > table { background: #1a201e !important }
.card > table > tbody > tr > td { border-color: #2d3633 !important }
.ink > div, .ink > table, .ink > table td { color: #e9ede9 !important }
.ink > table td.soft, .soft > div, .unlit, td.soft, .faint { color: #a5b1ab !important }
.link { color: #71cfb4 !important }
.tint > table > tbody > tr > td { background: #232a28 !important }
.rule, .rule > p, blockquote { border-color: #4a5659 !important }
.action td, .action a { background: #71cfb4 !important; color: #06231c !important }
${darkTones}
}
</mj-style>
</mj-head>
<mj-body width="600px" background-color="#f7f6f2" css-class="page">
<mj-raw><div style="display:none;max-height:0;overflow:hidden;mso-hide:all;color:#1b2320">{{ preheader }}{% for i in (1..60) %}&#847;&zwnj;&nbsp;{% endfor %}</div></mj-raw>
<mj-section padding="24px 20px 14px"><mj-column><mj-text font-size="18px" line-height="30px" font-weight="700" padding="0"><span aria-hidden="true" class="mark" style="display:inline-block;width:30px;border-radius:8px;background:#0f5c4d;color:#ffffff;font-size:16px;line-height:30px;text-align:center">R</span>&nbsp; Rolecall</mj-text></mj-column></mj-section>
<mj-wrapper css-class="card" background-color="#ffffff" border="1px solid #e3e0d7" border-radius="16px" padding="0"><mj-raw>${bodyMark}</mj-raw>`;

const below = `<mj-raw>${bodyEnd}</mj-raw></mj-wrapper>
<mj-section padding="18px 20px 32px"><mj-column><mj-text css-class="soft" color="#555f5a" font-size="13px" line-height="20px" padding="0">
<p style="margin:0 0 8px">{{ why }}</p>
{% if unsubscribe_url %}<p style="margin:0"><a class="unlit" href="{{ unsubscribe_url }}" style="color:#555f5a;text-decoration:underline">{{ stop_label }}</a> &nbsp;·&nbsp; <a class="unlit" href="{{ preferences_url }}" style="color:#555f5a;text-decoration:underline">{{ preferences_label }}</a></p>{% endif %}
</mj-text></mj-column></mj-section>
</mj-body>
</mjml>`;

/** Lines that stand above the first one of a body. */
export const linesAbove = above.split('\n').length;

/** The whole mail as MJML. @param body sections, as they stand in `mj-body` */
export const mjmlDocument = (body: string): string => `${above}\n${body}\n${below}`;

/** A body in front of which nothing can be told apart from any other: what stands for the body when the frame is made. */
export const emptyBody = '<mj-section><mj-column><mj-spacer /></mj-column></mj-section>';

/** What a whole mail has in the place of its body, and the frame around that, with `bodyMark` in its place. */
export function cutDocument(html: string): { readonly body: string; readonly frame: string } {
  const [before, rest] = html.split(bodyMark);
  const [body, after] = rest?.split(bodyEnd) ?? [];
  if (before === undefined || body === undefined || after === undefined) {
    throw new Error('a compiled mail has lost the marks of its body');
  }
  return { body: body.trim(), frame: `${before.trimEnd()}\n${bodyMark}\n${after.trimStart()}` };
}
