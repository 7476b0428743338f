/** What the other side has written, as Liquid behind a sentence of an inbox text. */
export const remark = '{% if note != blank %} {{ note | quote }}{% endif %}';
