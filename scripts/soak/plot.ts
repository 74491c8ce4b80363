import type { SoakMinute } from './soak.ts';

const WIDTH = 720;
const HEIGHT = 150;
const LEFT = 64;

interface Curve {
  readonly title: string;
  readonly values: readonly number[];
  /** The least that the top of the scale stands for. */
  readonly top: number;
}

/** An SVG with a curve a figure over the minutes: memory, labels, searches. */
export function plotOf(minutes: readonly SoakMinute[]): string {
  const curves: Curve[] = [
    { title: 'memory of the engine, MB', values: minutes.map(({ memory }) => memory), top: 100 },
    { title: 'label saved, p99, ms', values: minutes.map(({ labelP99 }) => labelP99), top: 50 },
    { title: 'search, p99, ms', values: minutes.map(({ searchP99 }) => searchP99), top: 50 },
  ];
  const height = curves.length * HEIGHT;
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12">`;
  const title = `<title>${minutes.length} minutes of work</title><rect width="100%" height="100%" fill="#fff"/>`;
  return `${head}${title}${curves.map((curve, at) => drawn(curve, at * HEIGHT)).join('')}</svg>\n`;
}

function drawn({ title, values, top }: Curve, down: number): string {
  const most = Math.max(top, ...values);
  const x = (at: number) => LEFT + (at * (WIDTH - LEFT - 16)) / Math.max(1, values.length - 1);
  const y = (value: number) => down + HEIGHT - 24 - (value * (HEIGHT - 56)) / most;
  const points = values.map((value, at) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  const axis = [0, most].map(
    (value) => `<text x="${LEFT - 8}" y="${y(value) + 4}" text-anchor="end">${value.toFixed(0)}</text>`,
  );
  const line = `<path d="M${LEFT} ${y(0)}H${WIDTH - 16}" stroke="#999"/>`;
  const name = `<text x="${LEFT}" y="${down + 20}">${title}</text>`;
  return `${name}${axis.join('')}${line}<polyline points="${points}" fill="none" stroke="#b4372a" stroke-width="2"/>`;
}
