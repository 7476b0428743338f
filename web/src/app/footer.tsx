import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLanguage, useMessages } from '../lib/language.tsx';
import { instanceQuery } from '../lib/queries/account.ts';
import { setTheme, type Theme, themes, useTheme } from '../lib/theme.ts';
import { appMessages } from './messages.ts';
import { menuEntries } from './navigation.ts';

const link = 'rounded-sm underline-offset-4 hover:text-ink hover:underline';
const themeWords = {
  system: 'theme_system',
  light: 'theme_light',
  dark: 'theme_dark',
} as const satisfies Record<Theme, string>;

export function Footer() {
  const words = useMessages(appMessages);
  const { locale } = useLanguage();
  const { data: instance } = useQuery(instanceQuery());
  const theme = useTheme();
  return (
    <footer className="mt-8 border-t border-line pb-20 md:pb-0">
      <div className="mx-auto flex w-full max-w-6xl flex-wrap items-center gap-x-6 gap-y-3 px-4 py-6 text-sm text-muted sm:px-6">
        <span>{instance === undefined ? 'Rolecall' : `${instance.name} ${instance.version}`}</span>
        <nav aria-label={words.more()} className="flex flex-wrap gap-x-5 gap-y-2">
          <a href="/api/docs" className={link}>
            {words.api_reference()}
          </a>
          {menuEntries('footer', instance).map(({ label, to }) => (
            <Link key={to} to={to} className={link}>
              {label(locale)}
            </Link>
          ))}
        </nav>
        <label className="ms-auto flex items-center gap-2">
          {words.theme()}
          <select
            value={theme}
            onChange={({ target }) => {
              const chosen = themes.find((candidate) => candidate === target.value);
              if (chosen !== undefined) setTheme(chosen);
            }}
            className="h-8 rounded-md border border-line-strong bg-surface px-2 text-ink"
          >
            {themes.map((name) => (
              <option key={name} value={name}>
                {words[themeWords[name]]()}
              </option>
            ))}
          </select>
        </label>
      </div>
    </footer>
  );
}
