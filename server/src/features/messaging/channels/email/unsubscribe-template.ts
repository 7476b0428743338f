/** The preference centre as Liquid: plain forms without a script, in light and dark, from 320 px on. */
export const preferenceCentreTemplate = `<!doctype html>
<html lang="{{ lang }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{{ t.title }} · Rolecall</title>
<style>
  :root { color-scheme: light dark; --ground: #f7f6f2; --card: #fff; --ink: #1b2320; --soft: #555f5a;
    --line: #e3e0d7; --field: #7c8a86; --accent: #0f5c4d; --on-accent: #fff; --tint: #e1f0ea; --focus: #b86e00 }
  @media (prefers-color-scheme: dark) {
    :root { --ground: #121715; --card: #1a201e; --ink: #e9ede9; --soft: #a5b1ab; --line: #2d3633;
      --field: #7f8d8a; --accent: #71cfb4; --on-accent: #06231c; --tint: #1b3a33; --focus: #f0b04a }
  }
  * { box-sizing: border-box }
  body { font: 1rem/1.55 system-ui, sans-serif; margin: 0; background: var(--ground); color: var(--ink) }
  main { max-width: 38rem; margin: 0 auto; padding: clamp(1.25rem, 6vh, 4rem) 1rem 3rem }
  h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 .25rem }
  h2 { font-size: 1.125rem; line-height: 1.35; margin: 0 0 .5rem }
  p { margin: 0 0 .75rem }
  .soft { color: var(--soft); font-size: .9375rem }
  .card { background: var(--card); border: 1px solid var(--line); border-radius: .875rem; padding: 1.125rem;
    margin: 1rem 0 }
  .told { background: var(--tint) }
  .row { display: grid; grid-template-columns: 1fr auto; gap: .375rem .625rem; padding: .875rem 0;
    border-top: 1px solid var(--line) }
  .row label { grid-column: 1 / -1; font-weight: 600 }
  .row p { grid-column: 1 / -1; margin: 0 }
  @media (max-width: 26rem) { .row { grid-template-columns: 1fr } .row button { justify-self: start } }
  .actions { display: flex; flex-wrap: wrap; gap: .625rem; margin: .75rem 0 }
  select, button { font: inherit; min-height: 2.75rem; border-radius: .5rem; max-width: 100% }
  select { width: 100%; min-width: 0; padding: 0 .625rem; border: 1px solid var(--field);
    background: var(--card); color: var(--ink) }
  button { padding: .5rem 1rem; border: 1px solid var(--field); background: var(--card); color: var(--ink);
    font-weight: 600; cursor: pointer }
  button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent) }
  a { color: var(--accent) }
  :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px }
</style>
</head>
<body>
<main>
{% if state == 'unknown' %}
<h1>{{ t.not_valid }}</h1>
<p>{{ t.not_valid_hint }}</p>
{% elsif state == 'gone' %}
<h1>{{ t.title }}</h1>
<p>{{ t.gone }}</p>
{% else %}
<h1>{{ t.title }}</h1>
<p class="soft">{{ t.introduction }}</p>
{% if told %}
<section class="card told" role="status">
<h2>{{ told.title }}</h2>
<p>{{ told.text }}</p>
{% if told.undo %}<form method="post">
<input type="hidden" name="action" value="undo"><input type="hidden" name="restore" value="{{ told.undo }}">
<button type="submit">{{ t.undo }}</button></form>{% endif %}
</section>
{% elsif ask %}
<section class="card">
<h2>{{ ask }}</h2>
<p>{{ ends }}</p>
<p>{{ t.ask_hint }}</p>
<form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click">
<button type="submit" class="main">{{ t.stop }}</button></form>
</section>
{% endif %}
<section class="card">
<h2>{{ t.how_often }}</h2>
{% for row in rows %}
<form method="post" class="row" id="{{ row.category }}">
<input type="hidden" name="action" value="set"><input type="hidden" name="category" value="{{ row.category }}">
<label for="choice-{{ row.category }}">{{ row.name }}</label>
<select id="choice-{{ row.category }}" name="choice" aria-describedby="effect-{{ row.category }}">
{% for option in row.options %}<option value="{{ option.value }}"{% if option.value == row.choice %} selected{% endif %}>{{ option.label }}</option>
{% endfor %}</select>
<button type="submit" aria-label="{{ t.save }}: {{ row.name }}">{{ t.save }}</button>
<p class="soft" id="effect-{{ row.category }}">{{ row.summary }}</p>
</form>
{% endfor %}
</section>
<section class="card">
<h2>{{ t.everything }}</h2>
<p>{{ summary }}</p>
<div class="actions">
{% if paused %}<form method="post"><input type="hidden" name="action" value="resume">
<button type="submit">{{ t.resume }}</button></form>
{% else %}<form method="post"><input type="hidden" name="action" value="pause">
<button type="submit">{{ t.pause }}</button></form>{% endif %}
<form method="post"><input type="hidden" name="action" value="stop_all">
<button type="submit">{{ t.stop_all }}</button></form>
</div>
<p class="soft">{{ t.stop_all_hint }}</p>
</section>
<p><a href="{{ settings_url }}">{{ t.all_settings }}</a></p>
{% endif %}
</main>
</body>
</html>`;
