/** Nests the charts and the titles of the stage in one SVG at the places that the layout gave them. */
export function stageAsSvg(stage: HTMLElement): string {
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
  for (const element of stage.querySelectorAll('[data-figure-box]')) {
    const box = element.getBoundingClientRect();
    const { colour, opacity } = plainColour(getComputedStyle(element).backgroundColor);
    const rect = document.createElementNS(svg.namespaceURI, 'rect');
    for (const [name, value] of Object.entries({
      x: box.left - origin.left,
      y: box.top - origin.top,
      width: box.width,
      height: box.height,
      rx: 6,
      fill: colour,
      'fill-opacity': opacity,
      stroke: plainColour(getComputedStyle(element).borderColor).colour,
    }))
      rect.setAttribute(name, String(value));
    svg.append(rect);
  }
  for (const chart of stage.querySelectorAll('svg')) {
    const box = chart.getBoundingClientRect();
    const copy = chart.cloneNode(true) as SVGElement;
    resolveStyles(chart, copy);
    partHalos(copy);
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

/** Any colour of CSS as programs that draw SVG know it. */
function plainColour(css: string): { colour: string; opacity: number } {
  const pixel = new OffscreenCanvas(1, 1).getContext('2d')!;
  pixel.fillStyle = css;
  pixel.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = pixel.getImageData(0, 0, 1, 1).data;
  return { colour: `rgb(${red}, ${green}, ${blue})`, opacity: alpha / 255 };
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
  'stroke-linejoin',
  'font-size',
  'font-weight',
  'opacity',
] as const;

/** Programs that know no order of painting would draw a halo over its letters: it becomes a text of its own below them. */
function partHalos(chart: SVGElement): void {
  for (const letters of chart.querySelectorAll('text[paint-order]')) {
    letters.removeAttribute('paint-order');
    const halo = letters.cloneNode(true) as Element;
    halo.setAttribute('fill', 'none');
    letters.setAttribute('stroke', 'none');
    letters.before(halo);
  }
}

function resolveStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const property of PAINTED) to.setAttribute(property, style.getPropertyValue(property));
  to.removeAttribute('style');
  to.removeAttribute('class');
  Array.from(from.children).forEach((child, i) => resolveStyles(child, to.children[i]));
}
