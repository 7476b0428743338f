import { demoMessages, type Instance } from '@rolecall/contract';
import { useMutation } from '@tanstack/react-query';
import { client } from '../../client.ts';
import { DemoPeople } from '../../components/demo/demo-people.tsx';
import { Fault } from '../../components/ui/feedback.tsx';
import { useMessages } from '../../lib/language.tsx';

/** Lets a guest of the demo look around as one of its people. */
export function DemoInvitation({ people }: { readonly people: Instance['demo_people'] }) {
  const words = useMessages(demoMessages);
  // The page shows the home of whoever is signed in by itself.
  const signIn = useMutation({
    mutationFn: ({ email, password }: Instance['demo_people'][number]) =>
      client.auth.signIn({ body: { email, password } }),
  });
  return (
    <section aria-labelledby="demo-heading" className="rounded-3xl bg-sunken/70 p-4 sm:p-6">
      <h2 id="demo-heading" className="text-xl">
        {words.heading()}
      </h2>
      <p className="mt-1 mb-4 text-sm text-muted">{words.lead()}</p>
      {signIn.isError && <Fault>{words.failed()}</Fault>}
      <DemoPeople people={people} busy={signIn.isPending} onChoose={(person) => signIn.mutate(person)} />
    </section>
  );
}
