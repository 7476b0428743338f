import { html, type ServedPage, scriptJson } from '../../features/catalog/public-pages/index.ts';

/** The document of the built app, into which a page is put. */
export interface AppDocument {
  /** With a page that is shown until the app has taken over. */
  withPage(page: ServedPage): string;
}

/** What stands in `web/index.html`, in this order, each by how it begins and ends; all of it is replaced. */
const marks = [
  ['<html lang="en"', '>'],
  ['<meta name="description"', '>'],
  ['<title>', '</title>'],
  ['</head', '>'],
  ['<div id="root"', '</div>'],
  ['<noscript>', '</noscript>'],
] as const;

/**
 * @param font path of the font that the first words are written in: asked for at once, it moves nothing when it comes
 * @throws when it is not the document that the app is built with
 */
export function readAppDocument(source: string, font: string | undefined): AppDocument {
  const between: string[] = [];
  let rest = source;
  for (const [beginning, end] of marks) {
    const from = rest.indexOf(beginning);
    const to = rest.indexOf(end, from);
    if (from === -1 || to === -1) throw new Error(`index.html of the web application has no ${beginning}`);
    between.push(rest.slice(0, from));
    rest = rest.slice(to + end.length);
  }
  const [start = '', first = '', second = '', third = '', fourth = '', fifth = ''] = between;
  const preload =
    font === undefined
      ? undefined
      : html`<link rel="preload" as="font" type="font/woff2" crossorigin href="${font}">`;
  return {
    withPage: ({ locale, title, head, body, answers }) =>
      html`${{ markup: start }}<html lang="${locale}" data-locale="${locale}">${{ markup: first }}${{ markup: second }}<title>${title}</title>
${preload}
${head}${{ markup: third }}</head>${{ markup: fourth }}<div id="served">${body}</div><div id="root" hidden></div><script type="application/json" id="served-answers">${scriptJson(answers)}</script>${{ markup: fifth }}${{ markup: rest }}`
        .markup,
  };
}
