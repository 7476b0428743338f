/**
 * Rules of html-validate that a mail breaks on purpose: it is written for programs that draw HTML as browsers did twenty
 * years ago.
 */
export const brokenOnPurpose = {
  // Many programs drop style sheets, so colours and sizes stand where they are used.
  'no-inline-style': 'off',
  // Outlook on Windows draws with Word, and needs tables of a fixed width that only it sees.
  'no-conditional-comment': 'off',
  // `presentation` is older than `none`, and known to more screen readers.
  'presentation-role-style': 'off',
  // Word knows `align`, `width`, `bgcolor` and `cellpadding`, but not the CSS in their place.
  'no-deprecated-attr': 'off',
  // MJML writes it in small letters, which is the same to everybody.
  'doctype-style': 'off',
  // MJML marks the mail as an article with ARIA, since programs take unknown elements out.
  'prefer-native-element': 'off',
  // Tables that only Outlook sees, and rows of facts that a condition can take away.
  'prefer-tbody': 'off',
  // A title is the subject, which people and companies with long names make long.
  'long-title': 'off',
} as const;

/** Programs that are asked for at caniemail.com: those by which most mails are read. */
export const clients = ['apple-mail.*', 'gmail.*', 'outlook.*', 'samsung-email.*', 'yahoo.*'] as const;

/** What one of these programs does not know, and why a mail is right without it. */
export const dispensable: Readonly<Record<string, string>> = {
  '<style> element': 'Only dark colours and the margin on a phone need it; all else stands inline.',
  '@media': 'The same: without it the light colours stay, and columns stay below each other.',
  'Class selector': 'Used by the style sheet only.',
  'Chaining selectors': 'Used by the style sheet only.',
  'Descendant combinator': 'Used by the style sheet only.',
  'ID selector': 'MJML has one rule for the link bar of an old Outlook.',
  'Type selector': 'MJML resets tables and images with it; the attributes say the same.',
  'color-scheme CSS property': 'Programs that choose dark colours by themselves go on doing so.',
  'color-scheme meta tag': 'The same.',
  '<body> element': 'Some put the mail into a page of theirs; a table below it has the same colours.',
  'display:none': 'Hides the preheader; where it is shown, it is the first line of the mail.',
  'max-height property': 'The same, for programs without `display`.',
  overflow: 'The same; and corners of the card that are not cut are square.',
  'border-radius': 'Corners become square.',
  cursor: 'A button keeps the pointer of a link.',
  outline: 'MJML resets a border of images with it.',
  'height property': 'MJML resets images with it, and we send none.',
  'target attribute': 'A link opens where the program likes.',
  'word-break': 'A very long word is cut by the edge of the screen.',
  'word-spacing': 'MJML sets the usual one.',
  'white-space': 'Line breaks that a person has written become spaces.',
  'table-layout': 'Columns of facts become as wide as their words.',
  'aria-hidden attribute': 'A symbol in front of a label is read aloud as well.',
  'aria-label attribute': 'The mail is announced without its subject, which has been read before.',
  'role attribute': 'Layout tables are announced; their order is that of reading.',
};
