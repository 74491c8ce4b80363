/** A share in whole per cent; unlike a probability it may be 0 % or 100 %. */
export function share(value: number): string {
  return `${Math.round(value * 100)}%`;
}

/** A figure between 0 and 1 with two digits, e.g. `0.93`. */
export function twoDigits(value: number): string {
  return value.toFixed(2);
}

/** A figure between −1 and 1 with two digits, e.g. `−0.40`. */
export function signedDigits(value: number): string {
  return value.toFixed(2).replace('-', '−');
}

/** A count per hundred with one digit, e.g. `3.4`; whole above ten. */
export function perHundred(value: number): string {
  return value >= 9.95 ? String(Math.round(value)) : value.toFixed(1);
}

/** A whole number with its thousands apart, e.g. `2,484`. */
export function thousands(value: number): string {
  return Math.round(value).toLocaleString('en');
}

/** Both ends of an interval, e.g. `0.90–0.95`. */
export function interval(
  { low, high }: { readonly low: number; readonly high: number },
  format: (value: number) => string,
): string {
  return `${format(low)}–${format(high)}`;
}
