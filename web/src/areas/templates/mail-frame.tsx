import type { TemplatePreview } from '@rolecall/contract';
import { cn } from '../../lib/cn.ts';
import { useMessages } from '../../lib/language.tsx';
import type { FrameWidth } from './gallery-search.ts';
import { templateMessages } from './messages.ts';

const widths: Readonly<Record<FrameWidth, string>> = {
  phone: 'w-80',
  column: 'w-[37.5rem]',
  desktop: 'w-full min-w-[64rem]',
};

/** A mail as wide and as dark as is chosen, with its text part folded away. */
export const MailFrame = ({
  mail,
  title,
  dark,
  width,
}: {
  readonly mail: TemplatePreview['mail'];
  /** Of the frame, for assistive technology; unique on its page. */
  readonly title: string;
  readonly dark: boolean;
  readonly width: FrameWidth | undefined;
}) => {
  const words = useMessages(templateMessages);
  return (
    <div>
      <p className="text-sm font-medium break-words" data-testid="mail-subject">
        {mail.subject}
      </p>
      <p className="mb-3 truncate text-sm text-muted">{mail.preheader}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard */}
      <section className="overflow-x-auto" aria-label={words.frame({ title })} tabIndex={0}>
        <iframe
          title={title}
          // No scripts, no forms, no way out: a mail is only to be looked at.
          sandbox=""
          srcDoc={inScheme(mail.html, dark)}
          className={cn(
            'block h-[34rem] rounded-xl border border-line bg-white',
            width === undefined ? 'w-full' : widths[width],
          )}
        />
      </section>
      {mail.attachments.length > 0 && (
        <p className="mt-2 text-sm text-muted">{words.with_files({ files: mail.attachments.join(', ') })}</p>
      )}
      <details className="mt-3 text-sm">
        <summary className="cursor-pointer font-medium">{words.plain_text()}</summary>
        <pre className="mt-2 overflow-x-auto rounded-lg bg-sunken p-3 text-xs whitespace-pre-wrap">
          {mail.text}
        </pre>
      </details>
    </div>
  );
};

/** Lets the mail believe in the chosen colour scheme, whatever that of this page is. */
const inScheme = (html: string, dark: boolean) =>
  html.replaceAll('(prefers-color-scheme: dark)', dark ? 'all' : 'not all');
