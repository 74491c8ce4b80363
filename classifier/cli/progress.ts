import { fill, type Strings } from './strings/index.ts';

/** A line on a terminal that shows how far a run has come. */
export interface Progress {
  /** Bytes of the input that were read. */
  read(bytes: number): void;
  /** Headlines that were scored. */
  scored(headlines: number): void;
  /** Takes the line away, so that something else can be printed. */
  clear(): void;
}

const EVERY_MS = 200;
const BAR = 24;
const ERASE = '\r\u001b[K';

/** Shows nothing. */
export const NO_PROGRESS: Progress = { read: () => {}, scored: () => {}, clear: () => {} };

/**
 * Draws a bar, the rate and the time left, at most five times a second.
 * @param total Bytes of the whole input; 0 where it is not known, then there is neither bar nor time left.
 * @param now Milliseconds of a steady clock.
 */
export function createProgress(
  write: (text: string) => void,
  total: number,
  strings: Strings,
  now: () => number,
): Progress {
  const start = now();
  let drawn = start;
  let isShown = false;
  let bytes = 0;
  let headlines = 0;
  return {
    read(more) {
      bytes += more;
    },
    scored(more) {
      headlines += more;
      const time = now();
      if (time - drawn < EVERY_MS) return;
      drawn = time;
      isShown = true;
      write(ERASE + progressLine({ bytes, total, headlines, seconds: (time - start) / 1000 }, strings));
    },
    clear() {
      if (isShown) write(ERASE);
      isShown = false;
    },
  };
}

interface State {
  readonly bytes: number;
  readonly total: number;
  readonly headlines: number;
  readonly seconds: number;
}

function progressLine({ bytes, total, headlines, seconds }: State, strings: Strings): string {
  const rate = Math.round(headlines / seconds);
  const counted = fill(strings.progress, headlines.toLocaleString('en'), rate.toLocaleString('en'));
  if (total === 0) return counted;
  const share = Math.min(1, bytes / total);
  const full = Math.round(share * BAR);
  const left = share === 0 ? '' : fill(strings.progressLeft, clock((seconds * (1 - share)) / share));
  return `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${Math.floor(share * 100)}% ${counted}${left}`;
}

/** Seconds as minutes:seconds, or hours:minutes:seconds. */
function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  const parts = [Math.floor(whole / 60) % 60, whole % 60];
  if (whole >= 3600) parts.unshift(Math.floor(whole / 3600));
  return parts.map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
