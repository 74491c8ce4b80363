declare global {
  /** The one name of the page that the contract speaks of; the page's own types give it the rest. */
  interface File {
    readonly name: string;
  }
}

export {};
