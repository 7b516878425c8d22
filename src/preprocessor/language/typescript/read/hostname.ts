/**
 * The identifiers of a file's host text. Takes the text of the file; returns the words of its host lines that
 * are not members, outside of literals and comments. They may be declared there or imported: which of them
 * are is not found out.
 */
import { StatementError } from '../../../diagnostic/error.ts';
import { TypeScriptClassifier } from './classifier.ts';

/** `isStatement` tells whether a name is an instruction, directive or macro. */
export function hostNames(text: string, isStatement: (name: string) => boolean): ReadonlySet<string> {
  const names = new Set<string>();
  const classifier = new TypeScriptClassifier(isStatement, names);
  for (const line of text.split('\n')) {
    try {
      const kind = classifier.classify(line);
      if (kind.kind === 'raw') classifier.raw(kind.text);
    } catch (error) {
      // The translation reports a line that is neither clearly host text nor clearly assembly.
      if (!(error instanceof StatementError)) throw error;
    }
  }
  return names;
}
