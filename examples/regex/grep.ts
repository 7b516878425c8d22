// Finds all matches of a regular expression, by machine code that is made for it and by V8, which must find the same. Then both
// are timed. Without a file the text is a megabyte of a made-up log.
//
//   dynasm run examples/regex/grep.ts '\d{1,3}(\.\d{1,3}){3}'
//   dynasm run examples/regex/grep.ts 'import|export' file.ts
import { readFileSync } from 'node:fs';
import { command } from '../common/command.ts';
import { compare } from '../common/comparison.ts';
import { logText } from './logtext.ts';
import { compile } from './matcher.dast';

command("grep.ts 'pattern' [file]", args => {
  const [source, file] = args;
  if (source === undefined || args.length > 2) return false;
  const find = compile(source);
  const bytes = file === undefined ? Buffer.from(logText(2 ** 20), 'latin1') : readFileSync(file);
  const text = bytes.toString('latin1');

  const expression = new RegExp(source, 'g');
  const expected = text.matchAll(expression);
  let count = 0;
  let hasEmpty = false;
  find(bytes, (start: number, end: number) => {
    const match = expected.next().value;
    if (match?.index !== start || match[0].length !== end - start) {
      throw new Error(`match ${start} … ${end}, in JavaScript ${match?.index}: ${match?.[0]}`);
    }
    hasEmpty ||= start === end;
    if (count++ < 3) console.log(`${start}: ${JSON.stringify(match[0])}`);
  });
  if (!expected.next().done) throw new Error(`${count} matches, in JavaScript there are more`);
  console.log(`${count} matches in ${bytes.length} bytes`);

  let matches = 0;
  compare(
    () => find(bytes, () => matches++),
    () => {
      // `test` makes no objects for the matches, but does not go on behind an empty one.
      if (hasEmpty) for (const match of text.matchAll(expression)) matches += match.length;
      else for (expression.lastIndex = 0; expression.test(text);) matches++;
    },
  );
  return true;
});
