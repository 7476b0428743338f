/** The headline of a mail. */
const headline = `<h1 class="ink" style="margin:0 0 12px;font:700 24px/31px 'Instrument Sans',-apple-system,'Segoe UI',Helvetica,Arial,sans-serif;color:#1b2320">{{ text }}</h1>`;

/** The one thing to do, as a button that works without a style sheet. */
const button = `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:24px 0 12px"><tr>
<td class="button" style="background:#0f5c4d;border-radius:8px"><a class="button" href="{{ url }}" style="display:inline-block;padding:12px 22px;border-radius:8px;background:#0f5c4d;color:#ffffff;font-weight:600;text-decoration:none">{{ label }}</a></td>
</tr></table>`;

/** Parts that a mail can use: `{% render 'button', url: action_url, label: action_label %}`. */
export const mailParts = { headline, button } as const;
