/** What is said of a reason comes out of a payload that has been validated, so this only tells other values apart. */
export function reasonOf(value: unknown): { readonly code: string; readonly terms: readonly string[] } {
  if (typeof value === 'object' && value !== null && 'code' in value && 'terms' in value) {
    const { code, terms } = value;
    if (typeof code === 'string' && isListOfTexts(terms)) return { code, terms };
  }
  throw new Error('terms: this is no reason of a match');
}

function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

export function numberOf(value: unknown): number {
  const number = typeof value === 'number' ? value : Number.NaN;
  if (!Number.isFinite(number)) throw new Error('this is no number');
  return number;
}

export function textOf(value: unknown, what: string): string {
  if (typeof value !== 'string') throw new Error(`plural: needs ${what}`);
  return value;
}

export function textsOf(value: unknown): string[] {
  if (!Array.isArray(value)) throw new Error('list: this is no list');
  return value.map((one) => String(one ?? ''));
}

export function currencyOf(value: unknown): string {
  if (typeof value === 'string' && /^[A-Z]{3}$/.test(value)) return value;
  throw new Error('money: needs the three letters of a currency');
}
