/** Where the tables and the scratch memory of the kernel stand; kernel-memory.ts lays them out. */

/** UTF-16 units of all texts of a group. */
@external('at', 'units') export declare const units: usize;

/** The automaton of literals, as literal-automaton.ts describes it. Numbers are of 16 bits unless something else is said. */
@external('at', 'pairs') export declare const pairs: usize;
@external('at', 'singles') export declare const singles: usize;
@external('at', 'symbols') export declare const symbols: usize;
@external('at', 'root') export declare const root: usize;
@external('at', 'cells') export declare const cells: usize;
@external('at', 'states') export declare const states: usize;
@external('at', 'outputs') export declare const outputs: usize;

/** By literal 16 bytes: what sign-plan.ts says of it, as {@link PLACED} and the others say. */
@external('at', 'literals') export declare const literals: usize;
/** The plan of signs, as sign-plan.ts describes it. Signed tables have 32 bits a number. */
@external('at', 'groupsItems') export declare const groupsItems: usize;
@external('at', 'unitsItems') export declare const unitsItems: usize;
@external('at', 'gatesFrom') export declare const gatesFrom: usize;
@external('at', 'gatesItems') export declare const gatesItems: usize;
@external('at', 'othersFrom') export declare const othersFrom: usize;
@external('at', 'othersItems') export declare const othersItems: usize;
@external('at', 'owners') export declare const owners: usize;
@external('at', 'unless') export declare const unless: usize;
/** Two groups each that call for the checks of logic where both are seen, and how many numbers these are. */
@external('at', 'logicPairs') export declare const logicPairs: usize;
@external('at', 'logicPairsLength') export declare const logicPairsLength: i32;
/** A bit for each unit that is part of a number, and for each that may stand between a number and its unit, too. */
@external('at', 'numerics') export declare const numerics: usize;
@external('at', 'measurable') export declare const measurable: usize;

/** By class word the numbers of its classes; by two classes (the second 0 for one alone) the number of its weights. */
@external('at', 'classesFrom') export declare const classesFrom: usize;
@external('at', 'classesItems') export declare const classesItems: usize;
@external('at', 'classNumbers') export declare const classNumbers: usize;
/** How many classes there are, and one more. */
@external('at', 'width') export declare const width: i32;

/** The table of grams and the weights of the model, as feature-table.ts and compiled-model.ts describe them. */
@external('at', 'grams') export declare const grams: usize;
@external('at', 'gramMask') export declare const gramMask: u32;
@external('at', 'places') export declare const places: usize;
@external('at', 'weights') export declare const weights: usize;

/** By group, by owner, by two classes and by class: the round in which it was seen last. */
@external('at', 'seen') export declare const seen: usize;
@external('at', 'opened') export declare const opened: usize;
@external('at', 'written') export declare const written: usize;
@external('at', 'named') export declare const named: usize;

/** Scratch memory, 32 bits a number. */
@external('at', 'keys') export declare const keys: usize;
@external('at', 'words') export declare const words: usize;
@external('at', 'namers') export declare const namers: usize;
@external('at', 'metUnits') export declare const metUnits: usize;

/** What was found. */
@external('at', 'found') export declare const found: usize;
@external('at', 'sums') export declare const sums: usize;
@external('at', 'open') export declare const open: usize;
@external('at', 'doubts') export declare const doubts: usize;
@external('at', 'classKeys') export declare const classKeys: usize;
@external('at', 'classPlaces') export declare const classPlaces: usize;
@external('at', 'numbers') export declare const numbers: usize;
@external('at', 'starts') export declare const starts: usize;
@external('at', 'ends') export declare const ends: usize;

/** Numbers of 16 bits in a record of `literals`: groups and units from, and then to; a class word is a number higher. */
export const PLACED: usize = 0;
export const LENGTH: usize = 2;
export const CLASS_WORD: usize = 4;
export const LOGIC: usize = 6;
export const GROUPS: usize = 8;
export const UNITS: usize = 12;

/** Numbers of 32 bits in `found`. */
export const OPEN: usize = 0;
export const SEES_LOGIC: usize = 4;
export const DOUBTS: usize = 8;
export const CLASSES: usize = 12;
export const FEATURES: usize = 16;
export const SIZE: usize = 20;
export const OCCURRENCES: usize = 24;
export const DISTINCT: usize = 28;
export const HAS_LATIN: usize = 32;

/** Pairs of sums in `sums`: of the word classes and of the grams, sensational and implausible each. */
export const CLASS_SUMS: usize = 0;
export const GRAM_SUMS: usize = 16;

// @ts-ignore: decorator
@inline
export function half(table: usize, at: u32): u32 {
  return load<u16>(table + (<usize>at << 1));
}

// @ts-ignore: decorator
@inline
export function word(table: usize, at: i32): i32 {
  return load<i32>(table + (<usize>at << 2));
}

// @ts-ignore: decorator
@inline
export function put(table: usize, at: i32, value: i32): void {
  store<i32>(table + (<usize>at << 2), value);
}

// @ts-ignore: decorator
@inline
export function bit(bits: usize, at: u32): u32 {
  return (load<u32>(bits + (<usize>(at >> 5) << 2)) >> (at & 31)) & 1;
}
