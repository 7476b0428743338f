/** What a user agent says of itself, by the names of makers, which are the same in all languages. */
export interface ClientWords {
  readonly browser: string | null;
  readonly system: string | null;
}

/** The first that fits counts: most of them claim to be one of the later ones too. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
  [/^curl\//, 'curl'],
  [/^(?:node|undici)\b/, 'Node.js'],
  [/^python-/, 'Python'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\b(?:iPhone|iPad|iPod)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

const nameIn = (table: readonly (readonly [RegExp, string])[], text: string) =>
  table.find(([pattern]) => pattern.test(text))?.[1] ?? null;

export const clientWords = (userAgent: string): ClientWords => ({
  browser: nameIn(browsers, userAgent),
  system: nameIn(systems, userAgent),
});

/** As in 'Firefox, Linux'; empty where nothing is known. */
export function describeClient(userAgent: string): string {
  const { browser, system } = clientWords(userAgent);
  return [browser, system].filter((name) => name !== null).join(', ');
}
