/** A probability in whole per cent; never 0 % or 100 %, which no model can promise. */
export function percent(probability: number): string {
  if (probability < 0.01) return '<1%';
  if (probability > 0.99) return '>99%';
  return `${Math.round(probability * 100)}%`;
}

/** Log-odds with their sign and two digits, aligned under each other: `+1.40`, `−0.32`, `0.00`. */
export function points(logOdds: number): string {
  const digits = Math.abs(logOdds).toFixed(2);
  if (digits === '0.00') return digits;
  return `${logOdds < 0 ? '−' : '+'}${digits}`;
}

/** The time of day of an ISO 8601 moment, e.g. `09:05:07`, in the place of the window. */
export function timeOfDay(moment: string): string {
  const date = new Date(moment);
  return [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/** At most so many characters, without cutting one in two. */
export function shorten(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

/** Day and time of an ISO 8601 moment, e.g. `2026-03-05 09:05`, in the place of the window. */
export function dayAndTime(moment: string): string {
  const date = new Date(moment);
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return `${day} ${timeOfDay(moment).slice(0, 5)}`;
}
