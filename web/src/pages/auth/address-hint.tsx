import { type AddressCheck, emailSchema } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { useSettled } from '../../lib/use-settled.ts';

/**
 * Says what is remarkable about an address while it is typed. It keeps nobody from going on, and is silent where it can
 * not be asked.
 */
export function AddressHint({
  typed,
  onTake,
}: {
  readonly typed: string;
  readonly onTake: (address: string) => void;
}) {
  const email = emailSchema.safeParse(useSettled(typed)).data;
  const { data } = useQuery({
    queryKey: ['address-check', email],
    queryFn: () => client.auth.checkAddress({ body: { email: email ?? '' } }),
    enabled: email !== undefined,
    staleTime: Infinity,
    retry: false,
  });
  const suggestion = email === undefined ? null : (data?.suggestion ?? null);
  const warning = email === undefined || data === undefined ? null : warningOf(data);
  return (
    <div role="status" className="text-sm text-warn-ink empty:hidden">
      {suggestion !== null && (
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-lg bg-warn-soft px-3 py-2">
          <span className="min-w-0 break-all">Did you mean {suggestion}?</span>
          <Button size="small" onClick={() => onTake(suggestion)}>
            Use it
          </Button>
        </p>
      )}
      {suggestion === null && warning !== null && (
        <p className="rounded-lg bg-warn-soft px-3 py-2">{warning}</p>
      )}
    </div>
  );
}

function warningOf({ disposable, role_based: isRole }: AddressCheck): string | null {
  if (disposable)
    return 'This looks like a throwaway address. You will need it to get back into your account.';
  return isRole ? 'Several people may read this address. What you are told here is yours alone.' : null;
}
