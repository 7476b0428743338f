/** A table of reference rates: how many units of each currency a euro was worth on a day. */
export interface Rates {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly perEuro: ReadonlyMap<string, number>;
}

/**
 * Euro foreign exchange reference rates of the European Central Bank, which ship with the program. Facts, as the bank has
 * published them; `rolecall rates import` brings newer ones.
 */
export const shippedRates: Rates = {
  date: '2024-12-31',
  perEuro: new Map(
    Object.entries({
      EUR: 1,
      USD: 1.0389,
      JPY: 163.06,
      BGN: 1.9558,
      CZK: 25.185,
      DKK: 7.4578,
      GBP: 0.82918,
      HUF: 411.35,
      PLN: 4.275,
      RON: 4.9743,
      SEK: 11.459,
      CHF: 0.9412,
      ISK: 143.9,
      NOK: 11.795,
      TRY: 36.7372,
      AUD: 1.6772,
      BRL: 6.4253,
      CAD: 1.4948,
      CNY: 7.5833,
      HKD: 8.0686,
      IDR: 16_820.88,
      ILS: 3.7885,
      INR: 88.9335,
      KRW: 1_532.15,
      MXN: 21.5504,
      MYR: 4.6454,
      NZD: 1.8532,
      PHP: 60.301,
      SGD: 1.4164,
      THB: 35.676,
      ZAR: 19.6188,
    }),
  ),
};
