/** What the texts of the editor are. */

/** The name of the text, as messages and lists have it. */
export const FILE = 'main.dast';

/** Is it statements only, as `dynasm asm` takes them? Then no line begins with a bar or a word of TypeScript. */
export function isStatements(text: string): boolean {
  return !/^[ \t]*(?:\||(?:import|export|const|let|var|function|class|for|if)\b)/m.test(text);
}
