import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Checkbox } from '../components/ui/field.tsx';
import { keyChoiceMessages } from './key-choice.messages.ts';
import { useLanguage, useMessages } from './language.tsx';
import { accountQueries } from './queries/account.ts';

/** Whether API keys end along with sessions, and what asks so; who has no key is asked nothing. */
export function useKeyChoice(): { readonly keepsKeys: boolean; readonly choice: ReactNode } {
  const { locale: lang } = useLanguage();
  const words = useMessages(keyChoiceMessages);
  const { data } = useQuery(accountQueries.apiKeys());
  const [endsKeys, setEndsKeys] = useState(true);
  const count = data?.items.length ?? 0;
  if (count === 0) return { keepsKeys: false, choice: null };
  return {
    keepsKeys: !endsKeys,
    choice: (
      <div lang={lang}>
        <Checkbox checked={endsKeys} onChange={({ target }) => setEndsKeys(target.checked)}>
          {words.end_keys({ count })}
        </Checkbox>
        <p className="text-sm text-muted">{words.why()}</p>
      </div>
    ),
  };
}
