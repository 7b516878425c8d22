/**
 * The members of a host type that a program names by `.type`. The host language knows them, and we do not
 * read it: they are those that the program uses, and those of a structure that is written out in one of its
 * files.
 */
import type { Analysis } from './analysis.ts';
import type { NamedSymbol } from './nameindex.ts';

/** Names of members, each with what is known of it. */
export function membersOf(
  { text, meaning = '' }: NamedSymbol,
  analysis: Analysis,
): ReadonlyMap<string, string> {
  const members = new Map<string, string>();
  const name = meaning.replaceAll(/^(?:struct\s+)|["'\s]/g, '');
  for (const [, body = ''] of structures(name, analysis.text)) {
    // `x: 'int32'` of koffi, `int x;` of C
    for (const [, koffi, type, own, , c] of body.matchAll(
      /(\w+)\s*:\s*([^,;{}]+)|([\w ]+?[\s*]+)()(\w+)(?:\[[^\]]*\])?\s*;/g,
    )) {
      const member = koffi ?? c;
      if (member !== undefined) members.set(member, (type ?? own ?? '').trim());
    }
  }
  for (const { codes } of analysis.rows(analysis.file).flatMap(row => row?.statements ?? [])) {
    for (const argument of codes.flatMap(code => code.arguments)) {
      if (argument.kind !== 'member' || argument.type.name !== text) continue;
      const member = /^->(\w+)/.exec(argument.text)?.[1];
      if (member !== undefined && !members.has(member)) members.set(member, 'used in this file');
    }
  }
  return members;
}

/** The bodies of the structures with that name. */
function structures(name: string, text: string): Iterable<RegExpMatchArray> {
  if (!/^[\w$.]+$/.test(name)) return [];
  const own = name.replaceAll(/[$.]/g, '\\$&');
  return text.matchAll(
    new RegExp(
      `(?:\\b${own}\\s*=\\s*[\\w.]*(?:struct|union)\\s*\\((?:\\s*["'][^"']*["']\\s*,)?|(?:struct|union)\\s*\\(\\s*["']${own}["']\\s*,|(?:struct|union)\\s+${own}\\b)\\s*\\{([^}]*)\\}`,
      'g',
    ),
  );
}
