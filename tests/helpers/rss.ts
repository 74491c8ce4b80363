/** RSS with these titles. */
export function rssOf(...titles: readonly string[]): string {
  const items = titles.map(
    (title, at) => `<item><title>${title}</title><link>https://example.org/${at}</link></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>早报</title>${items.join('')}</channel></rss>`;
}
