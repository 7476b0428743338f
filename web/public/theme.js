// Runs before the first paint, so that a chosen theme never flashes; a file of its own because the content
// security policy allows no inline scripts. Without a choice the style sheet follows the system.
try {
  const theme = localStorage.getItem('rolecall-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: the system's theme it is.
}
