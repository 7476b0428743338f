import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { instanceQuery } from '../lib/queries/account.ts';
import { setTheme, type Theme, themes, useTheme } from '../lib/theme.ts';

const link = 'rounded-sm underline-offset-4 hover:text-ink hover:underline';
const themeLabels: Readonly<Record<Theme, string>> = { system: 'System', light: 'Light', dark: 'Dark' };

export function Footer() {
  const { data: instance } = useQuery(instanceQuery());
  const theme = useTheme();
  return (
    <footer className="mt-8 border-t border-line pb-20 md:pb-0">
      <div className="mx-auto flex w-full max-w-6xl flex-wrap items-center gap-x-6 gap-y-3 px-4 py-6 text-sm text-muted sm:px-6">
        <span>{instance === undefined ? 'Rolecall' : `${instance.name} ${instance.version}`}</span>
        <nav aria-label="More" className="flex flex-wrap gap-x-5 gap-y-2">
          <a href="/api/docs" className={link}>
            API reference
          </a>
          {instance?.mailbox === true && (
            <Link to="/mailbox" className={link}>
              Mailbox
            </Link>
          )}
        </nav>
        <label className="ml-auto flex items-center gap-2">
          Theme
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
                {themeLabels[name]}
              </option>
            ))}
          </select>
        </label>
      </div>
    </footer>
  );
}
