/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`. */
export function withGenerated(text: string, name: string, content: string): string {
  const part = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
  if (!part.test(text)) throw new Error(`there is no place for ${name}`);
  return text.replace(part, (_, begin: string, end: string) => begin + content + end);
}
