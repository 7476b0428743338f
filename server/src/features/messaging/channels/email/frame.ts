import { bodyMark } from '../../texts/index.ts';

/** What stands around the text part of every mail. */
export const frameText = `${bodyMark}

--
{{ why }}
{%- if unsubscribe_url %}
{{ stop_label }}{{ colon }} {{ unsubscribe_url }}
{{ preferences_label }}{{ colon }} {{ preferences_url }}
{%- endif %}
`;
