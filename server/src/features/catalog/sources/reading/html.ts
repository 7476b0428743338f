/** Text as the content of an element. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Parts of a text under their titles, as HTML; parts without a text are left out. */
export function joinSections(sections: readonly { readonly title: string; readonly html: string }[]): string {
  return sections
    .filter(({ html }) => html !== '')
    .map(({ title, html }) => (title === '' ? html : `<h3>${escapeHtml(title)}</h3>\n${html}`))
    .join('\n');
}
