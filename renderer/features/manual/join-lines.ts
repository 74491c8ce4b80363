/** Chinese Markdown without the line breaks between signs of Chinese, which a browser would show as spaces. */
export function joinLines(markdown: string): string {
  return markdown.replaceAll(/(?<=[\p{Script=Han}，。；：、！？）”])\n(?=[\p{Script=Han}“（[])/gu, '');
}
