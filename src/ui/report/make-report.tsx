import { renderToStaticMarkup } from 'react-dom/server';
import { toBase64 } from '../../lib/bytes';
import tokens from '../styles/tokens.css?raw';
import { drawCharts } from './draw-charts';
import { Report, type ReportProps } from './Report';
import own from './report.css?raw';

/** A run as one file that needs neither this page nor a network. */
export async function makeReport({ run, baseline }: Pick<ReportProps, 'run' | 'baseline'>): Promise<Blob> {
  const charts = await drawCharts(run.rows, run.record, baseline.inWords);
  const css = tokens + own;
  const policy = await policyFor(css);
  return new Blob([reportHtml({ run, baseline, charts, css, policy })], { type: 'text/html' });
}

/** The text of the file; React escapes whatever a run holds. */
export const reportHtml = (report: ReportProps): string =>
  `<!doctype html>\n${renderToStaticMarkup(<Report {...report} />)}\n`;

/** Nothing may be loaded or run, and no style but this one applies. A page over plain http cannot hash, so that it allows any style. */
async function policyFor(css: string): Promise<string> {
  const style = isSecureContext ? `'sha256-${await digest(css)}'` : "'unsafe-inline'";
  return `default-src 'none'; style-src ${style}; base-uri 'none'; form-action 'none'`;
}

async function digest(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return toBase64(new Uint8Array(hash));
}
