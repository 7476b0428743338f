/**
 * What the server has put into a public page beside its text: answers of the interface, which the app would ask for first. Each
 * is given once, and none after the app has taken over, so that nothing is older than the page.
 */
const answers = new Map<string, unknown>(readAnswers());

function readAnswers(): [string, unknown][] {
  const given: unknown = JSON.parse(document.getElementById('served-answers')?.textContent ?? '[]');
  return Array.isArray(given) ? given.filter(isAnswer).map(({ path, body }) => [keyOf(path), body]) : [];
}

function isAnswer(value: unknown): value is { path: string; body: unknown } {
  return typeof value === 'object' && value !== null && 'path' in value && 'body' in value;
}

/** The same parts of an address in another order are the same question, and it is asked in the language of the page. */
function keyOf(address: string): string {
  const { pathname, searchParams } = new URL(address, window.location.origin);
  searchParams.delete('language');
  searchParams.sort();
  return `${pathname}?${searchParams}`;
}

/** Answers from the page what it has, for a guest. */
export const fetchServedFirst: typeof fetch = async (input, init) => {
  const isGuest = !new Headers(init?.headers).has('authorization');
  if (answers.size > 0 && init?.method === 'GET' && isGuest && typeof input === 'string') {
    const key = keyOf(input);
    const body = answers.get(key);
    if (answers.delete(key)) return Response.json(body);
  }
  return window.fetch(input, init);
};

/** Answers that nobody has asked for are of no use any more. */
export const forgetAnswers = (): void => answers.clear();

/** The language that the server has made the page in. */
export const servedLocale = document.documentElement.dataset['locale'];
