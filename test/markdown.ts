/**
 * What a document shows. A fence with a file name (```` ```ts name.dast ````) is a file; the lines of a
 * ```` ```console ```` fence that begin with `$ ` are commands, which print the lines below them (`…` stands
 * for anything).
 */
interface Fence {
  readonly language: string;
  /** Of the file; undefined if it is none. */
  readonly name: string | undefined;
  readonly text: string;
}

export function fencesOf(markdown: string): Fence[] {
  return [...markdown.matchAll(/^```(\w+)(?: ([\w./-]+))?\n([^]*?)^```$/gm)].map(
    ([, language = '', name, text = '']) => ({
      language,
      name,
      text,
    }),
  );
}

/** The commands of a console fence, each with what it must print. */
export function sessionsOf(text: string): { command: string; expected: string }[] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map(part => {
      const end = part.indexOf('\n');
      return { command: part.slice(0, end), expected: part.slice(end + 1) };
    });
}

export function matches(actual: string, expected: string): boolean {
  const pattern = expected.split('…').map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pattern.join('[^]*?')}$`).test(actual);
}
