/** The page behind a link of a mail, as Liquid: a form without a script, in light and dark, from 320 px on. */
export const markPageTemplate = `<!doctype html>
<html lang="{{ lang }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{{ heading }} · Rolecall</title>
<style>
  :root { color-scheme: light dark; --ground: #f7f6f2; --card: #fff; --ink: #1b2320; --soft: #555f5a; --line: #e3e0d7;
    --field: #8b877b; --accent: #0f5c4d; --on-accent: #fff; --focus: #b86e00 }
  @media (prefers-color-scheme: dark) {
    :root { --ground: #121715; --card: #1a201e; --ink: #e9ede9; --soft: #a5b1ab; --line: #2d3633; --field: #71807a;
      --accent: #71cfb4; --on-accent: #06231c; --focus: #f0b04a }
  }
  * { box-sizing: border-box }
  body { font: 1rem/1.55 'Instrument Sans', system-ui, sans-serif; margin: 0; background: var(--ground); color: var(--ink) }
  main { max-width: 30rem; margin: 0 auto; padding: clamp(1.25rem, 12vh, 7rem) 1rem 3rem }
  .card { background: var(--card); border: 1px solid var(--line); border-radius: 1rem; padding: 1.5rem }
  h1 { font-size: 1.375rem; line-height: 1.3; margin: 0 0 .5rem }
  p { margin: 0 0 .75rem }
  .soft { color: var(--soft); font-size: .9375rem }
  .actions { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem 1.25rem; margin-top: 1.25rem }
  button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: .5rem 1.25rem; border-radius: .5rem;
    border: 1px solid var(--field); background: var(--card); color: var(--ink); cursor: pointer }
  button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent) }
  a { color: var(--accent) }
  :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px }
</style>
</head>
<body>
<main>
<div class="card"{% if is_done %} role="status"{% endif %}>
<h1>{{ heading }}</h1>
{% if job %}<p>{{ job }}</p>{% endif %}
{% if about %}<p class="soft">{{ about }}</p>{% endif %}
<div class="actions">
{% if button %}<form method="post"><input type="hidden" name="action" value="{{ action }}">
<button type="submit"{% if action == 'mark' %} class="main"{% endif %}>{{ button }}</button></form>{% endif %}
{% if job_url %}<a href="{{ job_url }}">{{ see }}</a>{% endif %}
</div>
</div>
</main>
</body>
</html>`;
