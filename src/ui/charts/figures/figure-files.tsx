import type { ReactElement } from 'react';
import { summaryMetrics } from '../../../report/charts/summary-series';
import type { ExportFile } from '../../../state/exports';
import type { RunState } from '../../../state/lab-state';
import { FIGURE_TEXT } from '../texts';
import { AnalysisFigure } from './AnalysisFigure';
import { onStage } from './stage';
import { SummaryFigure } from './SummaryFigure';

/**
 * The charts of a run as pictures, in the light theme whatever the page shows; none before a row was measured, and of results from a file that does not say how they were measured.
 * @param against what the rows' differences and losses are from, in words
 */
export function figureExports(
  { record, rows }: Pick<RunState, 'record' | 'rows'>,
  against: string,
): ExportFile[] {
  if (!record || rows.length === 0 || record.opened?.hasRecord === false) return [];
  const analysis = <AnalysisFigure {...{ rows, record, against }} />;
  const svg: ExportFile = {
    name: 'experiment_analysis.svg',
    make: async () => new Blob([await figureSvg(analysis)], { type: 'image/svg+xml' }),
  };
  const png = (name: string, figure: ReactElement): ExportFile => ({
    name: `${name}.png`,
    make: async () => rasterise(await figureSvg(figure)),
  });
  return [
    svg,
    png('experiment_analysis', analysis),
    ...summaryMetrics(record.sweep.ks).map((metric) =>
      png(metric.fileName, <SummaryFigure rows={rows} record={record} metric={metric} />),
    ),
  ];
}

/** The figure with every CSS variable resolved, so that it stands alone. */
const figureSvg = (figure: ReactElement): Promise<string> => onStage(figure, assemble);

/** Nests the charts and the titles of the stage in one SVG at the places that the layout gave them. */
function assemble(stage: HTMLElement): string {
  const origin = stage.getBoundingClientRect();
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.setAttribute('width', String(Math.ceil(origin.width)));
  svg.setAttribute('height', String(Math.ceil(origin.height)));
  svg.setAttribute('font-family', 'system-ui, sans-serif');
  const ground = document.createElementNS(svg.namespaceURI, 'rect');
  for (const side of ['width', 'height']) ground.setAttribute(side, '100%');
  ground.setAttribute('fill', 'white');
  svg.append(ground);
  for (const chart of stage.querySelectorAll('svg')) {
    const box = chart.getBoundingClientRect();
    const copy = chart.cloneNode(true) as SVGElement;
    resolveStyles(chart, copy);
    copy.setAttribute('x', String(box.left - origin.left));
    copy.setAttribute('y', String(box.top - origin.top));
    svg.append(copy);
  }
  for (const element of stage.querySelectorAll('[data-figure-text]')) {
    const { fontSize, fontWeight, color } = getComputedStyle(element);
    for (const { text, box } of linesOf(element.firstChild as Text)) {
      const line = document.createElementNS(svg.namespaceURI, 'text') as SVGTextElement;
      line.setAttribute('x', String(box.left - origin.left));
      line.setAttribute('y', String(box.top - origin.top + 0.78 * box.height));
      line.setAttribute('font-size', fontSize);
      line.setAttribute('font-weight', fontWeight);
      line.setAttribute('fill', color);
      line.textContent = text;
      svg.append(line);
    }
  }
  return new XMLSerializer().serializeToString(svg);
}

/** The lines into which the layout broke a text, with the place of each: SVG does not wrap. */
function linesOf(node: Text): { text: string; box: DOMRect }[] {
  const lines: { text: string; box: DOMRect }[] = [];
  const character = document.createRange();
  for (let i = 0; i < node.length; i++) {
    character.setStart(node, i);
    character.setEnd(node, i + 1);
    const box = character.getBoundingClientRect();
    const last = lines.at(-1);
    if (last && box.top < last.box.bottom) last.text += node.data[i];
    else lines.push({ text: node.data[i], box });
  }
  return lines;
}

const PAINTED = [
  'fill',
  'fill-rule',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-size',
  'font-weight',
  'opacity',
] as const;

function resolveStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const property of PAINTED) to.setAttribute(property, style.getPropertyValue(property));
  to.removeAttribute('style');
  to.removeAttribute('class');
  Array.from(from.children).forEach((child, i) => resolveStyles(child, to.children[i]));
}

/** The SVG as a PNG at twice its size. */
async function rasterise(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = 2 * image.width;
    canvas.height = 2 * image.height;
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(FIGURE_TEXT.tooLarge))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}
