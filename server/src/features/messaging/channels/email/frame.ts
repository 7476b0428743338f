/** Where the frame of a mail has its body. */
export const bodyMark = '<!-- body -->';

/**
 * The frame of every mail: one column of at most 600 px that also fits a phone of 320 px, without a single image, in
 * light and in dark. Layout tables are hidden from screen readers; styles stand inline, because many mail programs
 * drop all others, and only the dark colours need the style sheet.
 */
export const frameHtml = `<!doctype html>
<html lang="{{ lang }}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="x-apple-disable-message-reformatting">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{{ subject }}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark }
@media (prefers-color-scheme: dark) {
  .page { background: #14181a !important }
  .card { background: #1e2426 !important; border-color: #343d40 !important; color: #f1f4f3 !important }
  .ink { color: #f1f4f3 !important }
  .soft { color: #aab6b4 !important }
  .link { color: #7fd1c7 !important }
  .tint { background: #26302f !important }
  .rule { border-color: #343d40 !important }
  .button { background: #7fd1c7 !important; color: #0d2b28 !important }
}
@media (max-width: 480px) {
  .card { padding: 24px 20px !important }
}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f2f4f1;-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">{{ preheader }}{% for i in (1..60) %}&#847;&zwnj;&nbsp;{% endfor %}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f2f4f1">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px">
<tr><td class="ink" style="padding:0 4px 16px;font:700 18px/24px Georgia,'Times New Roman',serif;color:#1a2322">Rolecall</td></tr>
<tr><td class="card" style="background:#ffffff;border:1px solid #dde3df;border-radius:12px;padding:32px;font:400 16px/25px -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#1a2322">
${bodyMark}
</td></tr>
<tr><td class="soft" style="padding:20px 4px 0;font:400 13px/20px -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#5a6765">
<p style="margin:0 0 8px">{{ why }}</p>
{% if unsubscribe_url %}<p style="margin:0"><a class="soft" href="{{ unsubscribe_url }}" style="color:#5a6765;text-decoration:underline">{{ stop_label }}</a> &nbsp;·&nbsp; <a class="soft" href="{{ preferences_url }}" style="color:#5a6765;text-decoration:underline">{{ preferences_label }}</a></p>{% endif %}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>`;

export const frameText = `${bodyMark}

--
{{ why }}
{%- if unsubscribe_url %}
{{ stop_label }}{{ colon }} {{ unsubscribe_url }}
{{ preferences_label }}{{ colon }} {{ preferences_url }}
{%- endif %}
`;
