/** One line of a plot: its points by ascending x. */
interface Series {
  readonly name: string;
  readonly points: readonly (readonly [number, number])[];
}

export interface Plot {
  readonly title: string;
  /** Alternative text. */
  readonly description: string;
  readonly x: string;
  readonly y: string;
  /** Whether both axes are logarithmic; else both start at zero. */
  readonly log: boolean;
  /** Label of a point. */
  readonly label: (y: number) => string;
  readonly series: readonly Series[];
}

const WIDTH = 720;
const HEIGHT = 420;
const MARGIN = { left: 70, right: 120, top: 50, bottom: 60 };
/** Each is readable on white and on black. */
const INK = '#757c85';
const GRID = '#75808055';
const COLOURS = ['#2b7fd9', '#cc6a1a', '#1c9a6b', '#a25bc9'];

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);

const text = (x: number, y: number, content: string, more = ''): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" fill="${INK}" ${more}>${escape(content)}</text>`;

/** Ticks at 1, 2 or 5 times a power of ten, about `about` of them from zero to `largest`. */
function linearTicks(largest: number, about: number): number[] {
  const power = 10 ** Math.floor(Math.log10(largest / about));
  const step = [1, 2, 5, 10].map((n) => n * power).find((one) => largest / one <= about)!;
  return Array.from({ length: Math.floor(largest / step) + 1 }, (_, i) => i * step);
}

/** Ticks at powers of ten, and at 2 and 5 times these where there are few. */
function logTicks(least: number, most: number): number[] {
  const ticks = (factors: readonly number[]) => {
    const found: number[] = [];
    for (let power = Math.floor(Math.log10(least)); power <= Math.log10(most); power++) {
      found.push(...factors.map((factor) => factor * 10 ** power));
    }
    return found.filter((tick) => tick >= least * 0.999 && tick <= most * 1.001);
  };
  const decades = ticks([1]);
  return decades.length > 3 ? decades : ticks([1, 2, 5]);
}

interface Axis {
  readonly ticks: readonly number[];
  /** Position of a value on the axis, 0 … 1. */
  at(value: number): number;
}

function axis(values: readonly number[], log: boolean): Axis {
  const most = Math.max(...values);
  if (!log) {
    const ticks = linearTicks(most, 6);
    const end = most * 1.1;
    return { ticks, at: (value) => value / end };
  }
  const low = Math.min(...values) / 1.3;
  const high = most * 1.3;
  return {
    ticks: logTicks(low, high),
    at: (value) => Math.log(value / low) / Math.log(high / low),
  };
}

/** A line plot as a self-contained SVG file, for light and dark pages. */
export function draw({ title, description, x, y, log, label, series }: Plot): string {
  const all = series.flatMap(({ points }) => points);
  const xs = axis(
    all.map(([value]) => value),
    log,
  );
  const ys = axis(
    all.map(([, value]) => value),
    log,
  );
  const bottom = HEIGHT - MARGIN.bottom;
  const right = WIDTH - MARGIN.right;
  const px = (value: number) => MARGIN.left + xs.at(value) * (right - MARGIN.left);
  const py = (value: number) => bottom - ys.at(value) * (bottom - MARGIN.top);
  const number = (value: number) => value.toLocaleString('en', { maximumSignificantDigits: 3 });
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title desc" ` +
      `font-family="system-ui, sans-serif" font-size="13">`,
    `<title id="title">${escape(title)}</title>`,
    `<desc id="desc">${escape(description)}</desc>`,
    text(MARGIN.left, 24, title, 'font-size="16" font-weight="600"'),
    text((MARGIN.left + right) / 2, HEIGHT - 16, x, 'text-anchor="middle"'),
    text(MARGIN.left, 42, y),
    ...xs.ticks.map(
      (tick) =>
        `<path d="M${px(tick).toFixed(1)} ${MARGIN.top}V${bottom}" stroke="${GRID}"/>` +
        text(px(tick), bottom + 20, number(tick), 'text-anchor="middle"'),
    ),
    ...ys.ticks.map(
      (tick) =>
        `<path d="M${MARGIN.left} ${py(tick).toFixed(1)}H${right}" stroke="${GRID}"/>` +
        text(MARGIN.left - 8, py(tick) + 4, number(tick), 'text-anchor="end"'),
    ),
    ...series.flatMap(({ name, points }, i) => {
      const colour = COLOURS[i % COLOURS.length];
      const [lastX, lastY] = points[points.length - 1];
      return [
        `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${points
          .map((point) => `${px(point[0]).toFixed(1)},${py(point[1]).toFixed(1)}`)
          .join(' ')}"/>`,
        ...points.map(
          (point) =>
            `<circle cx="${px(point[0]).toFixed(1)}" cy="${py(point[1]).toFixed(1)}" r="3.5" fill="${colour}">` +
            `<title>${escape(`${name}, ${number(point[0])}: ${label(point[1])}`)}</title></circle>`,
        ),
        ...points.map((point) =>
          text(px(point[0]), py(point[1]) - 9, label(point[1]), 'text-anchor="middle" font-size="11"'),
        ),
        `<text x="${(px(lastX) + 10).toFixed(1)}" y="${(py(lastY) + 5).toFixed(1)}" fill="${colour}" font-weight="600">${escape(name)}</text>`,
      ];
    }),
    '</svg>',
  ];
  return `${parts.join('\n')}\n`;
}
