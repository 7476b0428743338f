import { type CompiledMjml, loadMjmlCompiler, type MjmlCompiler } from './mjml-compiler.ts';
import { MjmlError, type MjmlProblem } from './mjml-structure.ts';

let loading: Promise<MjmlCompiler> | undefined;

/** Compiles a body; what is wrong in it is told as problems, since errors lose their type on their way. */
export async function compileMjml(
  source: string,
): Promise<CompiledMjml | { readonly problems: readonly MjmlProblem[] }> {
  loading ??= loadMjmlCompiler();
  const compiler = await loading;
  try {
    return { ...(await compiler.compile(source)), compiler: compiler.name };
  } catch (error) {
    if (error instanceof MjmlError) return { problems: error.problems };
    return { problems: [{ line: null, message: error instanceof Error ? error.message : String(error) }] };
  }
}
