import { type AddressCheck, emailSchema } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { useMessages } from '../../lib/language.tsx';
import { useSettled } from '../../lib/use-settled.ts';
import { authMessages } from './messages.ts';

/**
 * Says what is remarkable about an address while it is typed. It keeps nobody from going on, and is silent where it cannot
 * be asked.
 */
export function AddressHint({
  typed,
  onTake,
}: {
  readonly typed: string;
  readonly onTake: (address: string) => void;
}) {
  const words = useMessages(authMessages);
  const email = emailSchema.safeParse(useSettled(typed)).data;
  const { data } = useQuery({
    queryKey: ['address-check', email],
    queryFn: () => client.auth.checkAddress({ body: { email: email ?? '' } }),
    enabled: email !== undefined,
    staleTime: Infinity,
    retry: false,
  });
  const suggestion = email === undefined ? null : (data?.suggestion ?? null);
  const warning = email === undefined || data === undefined ? null : warningOf(data, words);
  return (
    <div role="status" className="text-sm text-warn-ink empty:hidden">
      {suggestion !== null && (
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-lg bg-warn-soft px-3 py-2">
          <span className="min-w-0 break-all">{words.did_you_mean({ address: suggestion })}</span>
          <Button size="small" onClick={() => onTake(suggestion)}>
            {words.use_it()}
          </Button>
        </p>
      )}
      {suggestion === null && warning !== null && (
        <p className="rounded-lg bg-warn-soft px-3 py-2">{warning}</p>
      )}
    </div>
  );
}

function warningOf(
  { disposable, role_based: isRole }: AddressCheck,
  words: ReturnType<typeof authMessages>,
): string | null {
  if (disposable) return words.disposable();
  return isRole ? words.role_based() : null;
}
