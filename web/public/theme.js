// Before the first paint: the chosen theme, and the texts of the language beside the code that says them. A file of its own,
// because the content security policy allows no inline scripts.
let language = document.documentElement.dataset.locale ?? navigator.language.split('-')[0].toLowerCase();
try {
  const theme = localStorage.getItem('rolecall-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  language = localStorage.getItem('rolecall-language') ?? language;
} catch {
  // Storage is blocked.
}
const { dataset } = document.currentScript;
const words = dataset[language] ?? dataset.en;
if (words) {
  document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: words }));
}
