import { Download } from 'lucide-react';
import { Button } from '../../components/ui/button.tsx';
import { useMessages } from '../../lib/language.tsx';
import { saveFile } from '../../lib/save-file.ts';
import { useAccount } from '../../lib/session.ts';
import { secondFactorMessages } from './messages.ts';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** Shows the recovery codes this one time, for keeping. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const words = useMessages(secondFactorMessages);
  const email = useAccount()?.email ?? '';
  const download = () => {
    const title = words.print_name({ email, host: window.location.host });
    saveFile({
      content: new TextEncoder().encode(`${title}\n\n${codes.join('\n')}\n`),
      mediaType: 'text/plain; charset=utf-8',
      fileName: 'rolecall-recovery-codes.txt',
    });
  };
  return (
    <div className="space-y-4">
      <p className="text-sm">{words.keep_why()}</p>
      <ul
        className="grid grid-cols-1 gap-x-6 gap-y-1.5 rounded-lg bg-sunken px-4 py-3.5 font-mono text-sm select-all sm:grid-cols-2"
        data-testid="recovery-codes"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button onClick={download}>
          <Download aria-hidden />
          {words.download()}
        </Button>
        <Button variant="primary" onClick={onKept}>
          {words.kept()}
        </Button>
      </div>
    </div>
  );
}
