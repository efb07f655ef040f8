/** What may be part of a picture in a report: each element with the attributes that place it. */
const PLACED: Readonly<Record<string, readonly string[]>> = {
  svg: ['viewBox'],
  g: ['transform'],
  path: ['d', 'transform'],
  line: ['x1', 'x2', 'y1', 'y2'],
  rect: ['x', 'y', 'width', 'height', 'rx'],
  circle: ['cx', 'cy', 'r'],
  text: ['x', 'y', 'dx', 'dy'],
  tspan: ['x', 'y', 'dx', 'dy'],
};
const PAINTED = [
  'fill',
  'fill-opacity',
  'opacity',
  'fill-rule',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'font-size',
  'font-weight',
  'text-anchor',
];

/** A chart as SVG without the page's classes, styles, ids and handlers; colours stay names of variables, so that themes apply. */
export function standaloneSvg(chart: Element, label: string): string {
  const copy = copyOf(chart, chart.ownerDocument)!;
  const { width, height } = chart.getBoundingClientRect();
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  copy.setAttribute('role', 'img');
  copy.setAttribute('aria-label', label);
  return new XMLSerializer().serializeToString(copy);
}

/** Null for what may not be part of the picture. */
function copyOf(element: Element, document: Document): Element | null {
  const name = element.localName;
  if (!Object.hasOwn(PLACED, name) || element.namespaceURI !== SVG) return null;
  const copy = document.createElementNS(SVG, name);
  for (const attribute of [...PLACED[name], ...PAINTED]) {
    const value = element.getAttribute(attribute);
    if (value !== null) copy.setAttribute(attribute, shortened(value));
  }
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) copy.append(child.nodeValue ?? '');
    else if (child.nodeType === Node.ELEMENT_NODE) {
      const kept = copyOf(child as Element, document);
      if (kept && !isEmptyGroup(kept)) copy.append(kept);
    }
  }
  return copy;
}

const SVG = 'http://www.w3.org/2000/svg';

const isEmptyGroup = ({ localName, childNodes }: Element): boolean =>
  localName === 'g' && childNodes.length === 0;

/** Hundredths of a pixel are enough. */
const shortened = (value: string): string =>
  value.replace(/-?\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))));
