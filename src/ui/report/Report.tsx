import { DIRECTIONS } from '../../protocol/direction';
import { TEXT_AND_IMAGE } from '../../protocol/side-names';
import type { RunRecord } from '../../protocol/run-record';
import { choicesInWords } from '../../report/brief/choices-in-words';
import { protocolInBrief, type Clause } from '../../report/brief/protocol-in-brief';
import { upperFirst } from '../../report/formats/format';
import { finding } from '../../report/finding/finding';
import { viewAtFirst } from '../../report/finding/viewed';
import type { RunState } from '../../state/lab-state';
import { spacesOf } from '../../sweep/plan/spaces';
import { primaryKIndex } from '../../sweep/results/primary-k';
import type { BaselineInView } from '../charts/baseline';
import { DominatedEntry } from '../charts/DominatedEntry';
import { Legend } from '../charts/Legend';
import { LossLegend } from '../charts/loss/LossLegend';
import { SideNamesContext } from '../charts/side-names';
import { ClauseList } from '../results/facts/ClauseList';
import { runFacts, runInALine } from '../results/facts/run-facts';
import type { DrawnDirection } from './draw-charts';
import { ReportNotes } from './ReportNotes';
import { ReportTable } from './ReportTable';
import { REPORT } from './texts';

/** What of a run its report tells. */
interface ReportedRun extends Pick<RunState, 'rows' | 'plannedRows' | 'caveats' | 'leftOut'> {
  readonly record: RunRecord;
}

export interface ReportProps {
  readonly run: ReportedRun;
  /** What the differences of its rows are from. */
  readonly baseline: BaselineInView;
  readonly charts: readonly DrawnDirection[];
  readonly css: string;
  /** What a browser may load for the file, as a content security policy. */
  readonly policy: string;
}

/** A run as a page that stands alone. */
export function Report({ run, baseline, charts, css, policy }: ReportProps) {
  const { record, rows } = run;
  const { data, sweep, vectors } = record;
  const sides = data.sides ?? TEXT_AND_IMAGE;
  const kIndex = primaryKIndex(sweep.ks);
  const parts = finding(rows, {
    ...viewAtFirst(sweep.ks[kIndex], kIndex, sides),
    baseline: baseline.inWords,
    pinned: baseline.pinned,
  });
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>{REPORT.title(data.label)}</title>
        <style dangerouslySetInnerHTML={{ __html: css }} />
      </head>
      <body>
        <SideNamesContext value={sides}>
          <header>
            <p className="note">{REPORT.kicker}</p>
            <h1>{data.label}</h1>
            <p className="note">{runInALine(record)}</p>
          </header>
          <main>
            <p className="finding">
              {parts.map((part, i) =>
                typeof part === 'string' ? part : <strong key={i}>{part.text}</strong>,
              )}
            </p>
            <ReportNotes {...run} />
            <section>
              <h2>{REPORT.charts}</h2>
              <Legend
                spaces={spacesOf(sweep, vectors)}
                precisions={sweep.precisions}
                directions={DIRECTIONS}
                chance
              >
                <DominatedEntry />
              </Legend>
              <div className="directions">
                {charts.map(({ name, charts: ofDirection }) => (
                  <section key={name} aria-label={name}>
                    {ofDirection.map(({ title, svg, isLoss }) => (
                      <figure key={title}>
                        <figcaption>
                          {upperFirst(title.includes(name) ? title : `${title}, ${name}`)}
                        </figcaption>
                        {isLoss && <LossLegend />}
                        <div className="picture" dangerouslySetInnerHTML={{ __html: svg }} />
                      </figure>
                    ))}
                  </section>
                ))}
              </div>
            </section>
            <ReportTable rows={rows} ks={sweep.ks} sides={sides} baseline={baseline} />
            <Clauses heading={REPORT.protocol} clauses={protocolInBrief(sweep, vectors.baseDim, sides)} />
            <Clauses heading={REPORT.choices} clauses={choicesInWords(sweep)} />
            <Clauses heading={REPORT.facts} clauses={runFacts(record)} />
          </main>
          <footer className="note">{REPORT.footer(record.appVersion)}</footer>
        </SideNamesContext>
      </body>
    </html>
  );
}

function Clauses({ heading, clauses }: { readonly heading: string; readonly clauses: readonly Clause[] }) {
  return (
    <section>
      <h2>{heading}</h2>
      <ClauseList clauses={clauses} />
    </section>
  );
}
