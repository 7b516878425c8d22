// A plain Brainfuck interpreter, for comparison with the compiler: one command at a time, brackets matched beforehand.

/** Runs `source` on `tape`; `write` gets each byte of output. Programs for it read no input. */
export function interpret(source: string, tape: Uint8Array, write: (byte: number) => void): void {
  const program = source.replace(/[^-+<>[\].,]/g, '');
  const partner = new Int32Array(program.length);
  const open: number[] = [];
  for (let i = 0; i < program.length; i++) {
    if (program[i] === '[') open.push(i);
    else if (program[i] === ']') {
      const start = open.pop() ?? 0;
      partner[start] = i;
      partner[i] = start;
    }
  }
  let cell = 0;
  for (let i = 0; i < program.length; i++) {
    const value = tape[cell] ?? 0;
    switch (program.charAt(i)) {
      case '+':
        tape[cell] = value + 1;
        break;
      case '-':
        tape[cell] = value - 1;
        break;
      case '>':
        cell++;
        break;
      case '<':
        cell--;
        break;
      case '.':
        write(value);
        break;
      case '[':
        if (value === 0) i = partner[i] ?? i;
        break;
      case ']':
        if (value !== 0) i = partner[i] ?? i;
    }
  }
}
