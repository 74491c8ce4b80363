import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';

/** What the figures were taken on. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly gigabytes: number;
  readonly system: string;
  readonly node: string;
  /** Programs that wanted a processor over the last minute. */
  readonly load: number;
}

export function thisMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    gigabytes: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version,
    load: Number((loadavg()[0] as number).toFixed(2)),
  };
}

export function machineLine({ processor, cores, gigabytes, system, node, load }: Machine): string {
  const busy = load > 0.5 ? ` The machine is busy (load ${load}): believe the ratios, not the seconds.` : '';
  return `${cores} x ${processor}, ${gigabytes} GB, ${system}, Node ${node}.${busy}`;
}
