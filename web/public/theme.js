// Runs before the first paint, so that a chosen theme never flashes; a file of its own because the content
// security policy allows no inline scripts. Without a choice the style sheet follows the system.
let language = navigator.language.toLowerCase().split('-')[0];
try {
  const theme = localStorage.getItem('rolecall-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  language = localStorage.getItem('rolecall-language') ?? language;
} catch {
  // Storage is blocked: the system's theme and the browser's language it is.
}
// The texts of the language come beside the code that says them.
const files = document.currentScript;
const words = files.getAttribute(`data-words-${language}`) ?? files.getAttribute('data-words-en');
if (words !== null) {
  const link = Object.assign(document.createElement('link'), { rel: 'modulepreload', href: words });
  document.head.append(link);
}
