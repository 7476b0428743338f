/** For the pages that are in English: numbers in the region's way where the browser names one. */
export const locale: string = navigator.languages.find((language) => language.startsWith('en')) ?? 'en-GB';
