import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Section } from '../../components/ui/card.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Field, Input } from '../../components/ui/field.tsx';
import { hasCode, toastError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { useProof } from '../../lib/proof.ts';
import { saveFile } from '../../lib/save-file.ts';
import { privacyMessages } from './privacy.messages.ts';

/** All that is kept of the person: to take along, and to delete. */
export const PrivacySections = ({ role }: { readonly role: 'job_seeker' | 'recruiter' | 'operator' }) => (
  <>
    <DownloadSection />
    <DeleteSection role={role} />
  </>
);

function DownloadSection() {
  const words = useMessages(privacyMessages);
  const download = useMutation({
    mutationFn: () => client.privacy.export(),
    onSuccess: (file) => {
      saveFile(file);
      toast.success(words.downloaded(), { description: words.keep_it() });
    },
    onError: toastError,
  });
  return (
    <Section title={words.your_data()} description={words.your_data_about()}>
      <Button busy={download.isPending} onClick={() => download.mutate()}>
        <Download aria-hidden />
        {words.download()}
      </Button>
    </Section>
  );
}

const consequences = {
  job_seeker: ['job_seeker_1', 'job_seeker_2'],
  recruiter: ['recruiter_1', 'recruiter_2'],
  operator: ['operator_1'],
} as const;

function DeleteSection({ role }: { readonly role: keyof typeof consequences }) {
  const words = useMessages(privacyMessages);
  const [open, setOpen] = useState(false);
  return (
    <Section title={words.delete()} description={words.delete_about()}>
      <Button variant="quietDanger" className="-ms-4" onClick={() => setOpen(true)}>
        {words.delete()}
      </Button>
      {open && <DeleteDialog role={role} onClose={() => setOpen(false)} />}
    </Section>
  );
}

function DeleteDialog({
  role,
  onClose,
}: {
  readonly role: keyof typeof consequences;
  readonly onClose: () => void;
}) {
  const words = useMessages(privacyMessages);
  const confirmation = words.confirmation();
  const withProof = useProof();
  const [typed, setTyped] = useState('');
  const erase = useMutation({
    mutationFn: () => withProof(() => client.privacy.erase({ body: {} })),
    onSuccess: () => {
      // The server knows this session no more: everything starts anew, without it.
      window.location.assign('/');
    },
    onError: (error) => {
      if (hasCode(error, 'last_operator')) toast.error(words.last_operator());
      else toastError(error);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    erase.mutate();
  };
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()} title={words.delete_title()}>
      <form onSubmit={submit} className="space-y-4 text-sm">
        <ul className="list-disc space-y-1.5 ps-5">
          {consequences[role].map((name) => (
            <li key={name}>{words[name]()}</li>
          ))}
          <li>{words.signed_out()}</li>
          <li>{words.within_minutes()}</li>
        </ul>
        <Field label={words.to_confirm({ text: confirmation })}>
          {(attributes) => (
            <Input
              {...attributes}
              autoComplete="off"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          )}
        </Field>
        <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
          <Button type="button" onClick={onClose}>
            {words.cancel()}
          </Button>
          <Button
            type="submit"
            variant="danger"
            busy={erase.isPending}
            disabled={typed.trim().toLowerCase() !== confirmation}
          >
            {words.delete_all()}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
