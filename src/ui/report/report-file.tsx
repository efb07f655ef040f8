import type { ExportFile } from '../../state/exports';
import type { RunState } from '../../state/lab-state';
import type { BaselineInView } from '../charts/baseline';
import tokens from '../styles/tokens.css?raw';
import { drawCharts } from './draw-charts';
import { Report, type ReportProps } from './Report';
import own from './report.css?raw';

/** The report of a run as a file; none before a row was measured, and of results from a file that does not say how they were measured. */
export function reportExport(run: RunState, baseline: BaselineInView): ExportFile[] {
  const { record, rows } = run;
  if (!record || rows.length === 0 || record.opened?.hasRecord === false) return [];
  return [
    {
      name: 'report.html',
      make: async () => {
        const charts = await drawCharts(rows, record, baseline.inWords);
        const css = tokens + own;
        const policy = await policyFor(css);
        const html = await reportHtml({ run: { ...run, record }, baseline, charts, css, policy });
        return new Blob([html], { type: 'text/html' });
      },
    },
  ];
}

/** The text of the file; React escapes whatever a run holds. */
export async function reportHtml(report: ReportProps): Promise<string> {
  const { renderToStaticMarkup } = await import('react-dom/server');
  return `<!doctype html>\n${renderToStaticMarkup(<Report {...report} />)}\n`;
}

/** Nothing may be loaded or run, and no style but this one applies. A page over plain http cannot hash, so that it allows any style. */
async function policyFor(css: string): Promise<string> {
  const style = isSecureContext ? `'sha256-${await digest(css)}'` : "'unsafe-inline'";
  return `default-src 'none'; style-src ${style}; base-uri 'none'; form-action 'none'`;
}

async function digest(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(hash)));
}
