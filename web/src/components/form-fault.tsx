import { useMutation } from '@tanstack/react-query';
import { confirmationMessages } from '../lib/address-confirmation.messages.ts';
import { sendConfirmation } from '../lib/address-confirmation.ts';
import { type ServerFault, toastError } from '../lib/errors.ts';
import { useLanguage, useMessages } from '../lib/language.tsx';
import { Button } from './ui/button.tsx';
import { FormError } from './ui/field.tsx';

/** What the server has against a form as a whole; where an address has to be confirmed first, with a way to that. */
export function FormFault({ fault }: { readonly fault: ServerFault | undefined }) {
  if (fault?.type === 'address_unconfirmed') return <UnconfirmedAddress />;
  return <FormError message={fault?.message} />;
}

function UnconfirmedAddress() {
  const words = useMessages(confirmationMessages);
  const { locale } = useLanguage();
  const send = useMutation({ mutationFn: sendConfirmation, onError: toastError });
  return (
    <div
      role="alert"
      lang={locale}
      className="flex flex-wrap items-center justify-between gap-3 rounded-lg bg-warn-soft p-3 text-sm text-warn-ink"
      data-testid="address-unconfirmed"
    >
      <p className="min-w-0 flex-1 basis-60">{words.first()}</p>
      <Button size="small" busy={send.isPending} onClick={() => send.mutate()}>
        {words.send_again()}
      </Button>
    </div>
  );
}
