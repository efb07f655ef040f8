import { messageOf } from '../src/lib/errors';
import { endOnSignals } from '../tools/browser/end-with-command';
import { nameMachine } from './machine';
import { readOptions, type Group } from './options';
import { targetTable, tidy, writeReport } from './output/report';
import { clip } from './rows/clip';
import { costs } from './rows/costs';
import { pca } from './rows/pca';
import { precisions } from './rows/precisions';
import { products } from './rows/products';
import { reference } from './rows/reference';
import { searches } from './rows/searches';
import { val2017 } from './rows/val2017';
import { notMeasured, type Bench, type Section } from './output/section';
import { openSite } from './site';

const MEASURE: Readonly<Record<Group, (bench: Bench) => Promise<Section>>> = {
  reference,
  products,
  precisions,
  val2017,
  costs,
  pca,
  searches,
  clip,
};

/** Measures a group. Where it fails, the document says so and the other groups are still measured. */
async function measure(group: Group, bench: Bench): Promise<Section> {
  try {
    return await MEASURE[group](bench);
  } catch (error) {
    process.exitCode = 1;
    return notMeasured(group, messageOf(error), []);
  }
}

/** Measures the chosen groups one after the other, prints them and writes the document. */
async function main(): Promise<void> {
  endOnSignals();
  const options = readOptions(process.argv);
  const site = await openSite();
  try {
    const machine = await nameMachine(site, options.python);
    const sections: Section[] = [];
    for (const group of options.only) {
      const section = await measure(group, { site, options, machine, say: (line) => console.log(line) });
      console.log(await tidy(`\n## ${section.title}\n\n${section.body}`));
      sections.push(section);
    }
    const verdicts = sections.flatMap((section) => section.verdicts);
    if (verdicts.length > 0) console.log(await tidy(targetTable(verdicts)));
    console.log(`Written: ${await writeReport(sections, machine, options, process.argv.slice(2))}`);
  } finally {
    site.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
