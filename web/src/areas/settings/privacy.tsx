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
  const download = useMutation({
    mutationFn: () => client.privacy.export(),
    onSuccess: (file) => {
      saveFile(file);
      toast.success('Your data are downloaded', { description: 'Keep the file to yourself.' });
    },
    onError: toastError,
  });
  return (
    <Section
      title="Your data"
      description="Everything that is kept here of you, as one JSON file: your profile, what you were told and why, your applications and your files."
    >
      <Button busy={download.isPending} onClick={() => download.mutate()}>
        <Download aria-hidden />
        Download my data
      </Button>
    </Section>
  );
}

const confirmation = 'delete my account';

const consequences = {
  job_seeker: [
    'Your profile, matches, saved jobs, notifications and files are deleted.',
    'Your applications are withdrawn and deleted. Companies keep nothing of them.',
  ],
  recruiter: [
    'Your notifications and settings are deleted. What you have decided about applicants stays, without your name.',
    'Jobs stay with your company. If nobody else belongs to it, its open jobs are closed.',
  ],
  operator: ['Your notifications and settings are deleted. What you have set up stays.'],
} as const;

function DeleteSection({ role }: { readonly role: keyof typeof consequences }) {
  const [open, setOpen] = useState(false);
  return (
    <Section
      title="Delete my account"
      description="Deletes everything that is kept of you. It cannot be undone."
    >
      <Button variant="quietDanger" className="-ml-4" onClick={() => setOpen(true)}>
        Delete my account
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
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()} title="Delete my account?">
      <form onSubmit={submit} className="space-y-4 text-sm">
        <ul className="list-disc space-y-1.5 pl-5">
          {consequences[role].map((text) => (
            <li key={text}>{text}</li>
          ))}
          <li>You are signed out everywhere at once, and API keys stop working.</li>
          <li>The rest is deleted within minutes; then a last mail tells you so.</li>
        </ul>
        <Field label={`To confirm, type “${confirmation}”`}>
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
            Cancel
          </Button>
          <Button
            type="submit"
            variant="danger"
            busy={erase.isPending}
            disabled={typed.trim().toLowerCase() !== confirmation}
          >
            Delete everything
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
