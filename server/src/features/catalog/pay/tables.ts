/** How many units of a currency a euro was worth, on the one day that the table is of. */
interface ReferenceRateTable {
  currency: string;
  per_euro: number;
  /** YYYY-MM-DD. */
  day: string;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    reference_rates: ReferenceRateTable;
  }
}
