import { useLanguage, useMessages } from '../lib/language.tsx';
import type { Draft } from '../lib/use-draft.ts';
import { draftNoticeMessages } from './draft-notice.messages.ts';
import { Button } from './ui/button.tsx';

/** Says that a form shows what was written before; nothing where it does not. */
export function DraftNotice({ draft: { isRestored, startAnew } }: { readonly draft: Draft }) {
  const { locale } = useLanguage();
  const words = useMessages(draftNoticeMessages);
  if (!isRestored) return null;
  return (
    <div
      lang={locale}
      role="status"
      className="flex flex-wrap items-center justify-between gap-2 rounded-lg bg-sunken px-3 py-2 text-sm"
      data-testid="draft-notice"
    >
      <p>{words.back()}</p>
      <Button size="small" variant="ghost" onClick={startAnew}>
        {words.start_anew()}
      </Button>
    </div>
  );
}
