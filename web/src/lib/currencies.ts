const offered = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'PLN', 'CAD', 'AUD', 'INR', 'JPY', 'BRL'];

/** Currencies to choose from, the one in use among them. */
export const commonCurrencies = (inUse: string | undefined): string[] =>
  inUse === undefined || offered.includes(inUse) ? offered : [inUse, ...offered];
