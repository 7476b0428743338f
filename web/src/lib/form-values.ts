/** What a field of a form holds when the contract wants a value or nothing. */

/** For `setValueAs` of a list that has an empty choice: nothing is null. */
export const emptyAsNull = (value: string | null): string | null => (value === '' ? null : value);

/** For `setValueAs` of a number field that may be empty. */
export const numberOrNull = (value: string | number | null): number | null =>
  value === '' || value === null ? null : Number(value);
