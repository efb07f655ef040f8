import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const numpyScript = (name: string): string =>
  fileURLToPath(new URL(`../numpy/${name}`, import.meta.url));

type Environment = Readonly<Record<string, string>>;

const start = (python: string, args: readonly string[], environment: Environment) =>
  spawn(python, args, {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });

/** Returns what a script prints. Throws an Error where there is no such Python or the script fails. */
export function runPython(python: string, args: readonly string[], environment: Environment = {}) {
  return new Promise<string>((resolve, reject) => {
    const child = start(python, args, environment);
    let printed = '';
    child.stdin.end();
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(printed) : reject(new Error(`${python} ${args[0]} ended with code ${code}.`)),
    );
  });
}

/** A script that answers each line with a line. */
export interface Dialogue {
  ask(line: string): Promise<string>;
  close(): void;
}

/** Starts a script that prints a line when it is ready. Throws an Error where it ends before. */
export async function openDialogue(
  python: string,
  args: readonly string[],
  environment: Environment = {},
): Promise<Dialogue> {
  const child = start(python, args, environment);
  const failed = new Promise<never>((_, reject) => child.on('error', reject));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const { value, done } = await Promise.race([lines.next(), failed]);
    if (done) throw new Error(`${python} ${args[0]} ended before it answered.`);
    return value;
  };
  await next();
  return {
    ask(line) {
      child.stdin.write(`${line}\n`);
      return next();
    },
    close: () => child.stdin.end(),
  };
}
