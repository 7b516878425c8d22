/** Stands in for src/exec/sourcetext.ts in a browser, which has no files to read. */
export class SourceTexts {
  describe(): undefined {
    return undefined;
  }
}
