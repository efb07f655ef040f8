import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { ExportFile } from '../../state/exports';
import type { RunState } from '../../state/lab-state';
import { AnalysisFigure, FIGURE } from './AnalysisFigure';
import { FIGURE_TEXT } from './texts';

const NAME = 'experiment_analysis';
const available = (run: RunState): boolean => run.record !== null && run.rows.some((row) => row.textToImage);

/** The charts of a run as one picture, in the light theme whatever the page shows. */
export const FIGURE_EXPORTS: readonly ExportFile[] = [
  {
    name: `${NAME}.svg`,
    available,
    make: async (run) => new Blob([await figureSvg(run)], { type: 'image/svg+xml' }),
  },
  { name: `${NAME}.png`, available, make: async (run) => rasterise(await figureSvg(run)) },
];

/** Draws the figure out of sight and writes it with every CSS variable resolved, so that it stands alone. */
async function figureSvg(run: RunState): Promise<string> {
  const stage = document.createElement('div');
  stage.className = 'figure-stage';
  document.body.append(stage);
  const root = createRoot(stage);
  try {
    flushSync(() => root.render(<AnalysisFigure rows={run.rows} record={run.record!} />));
    // Recharts lays its axes out after the first frame.
    await new Promise((resolve) => setTimeout(resolve, 200));
    return assemble(stage);
  } finally {
    root.unmount();
    stage.remove();
  }
}

/** Nests the charts and the titles of the stage in one SVG at the places that the layout gave them. */
function assemble(stage: HTMLElement): string {
  const origin = stage.getBoundingClientRect();
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.setAttribute('width', String(FIGURE.width));
  svg.setAttribute('height', String(Math.ceil(origin.height)));
  svg.setAttribute('font-family', 'system-ui, sans-serif');
  svg.innerHTML = '<rect width="100%" height="100%" fill="white"/>';
  for (const chart of stage.querySelectorAll('svg')) {
    const box = chart.getBoundingClientRect();
    const copy = chart.cloneNode(true) as SVGElement;
    resolveStyles(chart, copy);
    copy.setAttribute('x', String(box.left - origin.left));
    copy.setAttribute('y', String(box.top - origin.top));
    svg.append(copy);
  }
  for (const line of stage.querySelectorAll('[data-figure-text]')) {
    const box = line.getBoundingClientRect();
    const { fontSize, fontWeight, color } = getComputedStyle(line);
    const text = document.createElementNS(svg.namespaceURI, 'text') as SVGTextElement;
    text.setAttribute('x', String(box.left - origin.left));
    text.setAttribute('y', String(box.top - origin.top + 0.78 * box.height));
    text.setAttribute('font-size', fontSize);
    text.setAttribute('font-weight', fontWeight);
    text.setAttribute('fill', color);
    text.textContent = line.textContent;
    svg.append(text);
  }
  return new XMLSerializer().serializeToString(svg);
}

const PAINTED = [
  'fill',
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
