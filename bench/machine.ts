import { readFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { launch } from '../tools/browser/launch';
import { numpyScript, runPython } from './reference/python';
import type { Site } from './site';

/** The Python that the benchmarks are compared with; null where none has NumPy. */
interface NumpyName {
  readonly python: string;
  readonly numpy: string;
  readonly blas: string;
}

/** The machine and software of the measurements. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memory: string;
  readonly system: string;
  readonly browser: string;
  readonly node: string;
  readonly numpy: NumpyName | null;
  readonly engine: { readonly kernels: string; readonly workers: number };
}

function systemName(): string {
  try {
    const name = /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
    if (name) return name;
  } catch {
    // Not every system has the file.
  }
  return `${type()} ${release()}`;
}

async function browserName(): Promise<string> {
  const browser = await launch(false);
  const version = browser.version();
  await browser.close();
  return `Chromium ${version}`;
}

export async function nameMachine(site: Site, python: string): Promise<Machine> {
  const numpy = await runPython(python, [numpyScript('machine.py')]).then(
    (printed) => JSON.parse(printed) as NumpyName | null,
    () => null,
  );
  return {
    processor: cpus()[0].model.trim(),
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: systemName(),
    browser: await browserName(),
    node: process.version,
    numpy,
    engine: await site.withPage((page) => page.evaluate(() => window.bench.engine())),
  };
}
