/** The text of `dynasm --help`. */
export const HELP = `dynasm: a dynamic assembler for TypeScript, C and Lua.

Usage: dynasm [option]... file.dasc|-         in place of dynasm.lua
       dynasm translate [option]... file|-    .dast (TypeScript), .dasc (C) or .dasl (Lua)
       dynasm run file [argument]...          load and run a .dast or .ts file
       dynasm asm statements|file|-           assemble, and show bytes and instructions
       dynasm instructions [pattern]          what is supported: forms and encodings
       dynasm explain [code]                  what a diagnostic means, with an example
       dynasm help [command]                  options of run, asm, instructions, explain

Options, with those of DynASM:

  -h, --help             This text.
  -V, --version          The version.

  -o, --outfile FILE     Output file; its ending tells TypeScript from JavaScript (default: standard output).
  -l, --lang LANGUAGE    ts, js, c or lua (default: by the input's ending).
  -I, --include DIR      Look for included files there, too; the last one given first.
  -D, --define NAME[=TEXT]  Define a substitution.
  -U, --undefine NAME    Take a define back.
      --platform ARCH-OS  Translate for x64-linux, x86-windows, … (default: this machine); also --target.
      --cpu FEATURES     Errors for instructions that need others: x86-64-v3, or a list (sse4.2,popcnt).
      --sourcemap[=inline]  Make a source map: a file beside the output, or inline.

  -c, --ccomment         Echo assembly lines in /* */ comments.
  -C, --cppcomment       Echo assembly lines in // comments (default).
  -N, --nocomment        Do not echo assembly lines.
  -M, --maccomment       Echo what macros expand to, too.
  -L, --nolineno         No #line directives.
  -F, --flushline        End the put at every line.

      --diagnostics FORM pretty, classic or json (default: pretty on a terminal; else classic, pretty
                         for dynasm translate).
      --max-errors N     Stop after that many errors.
      --watch            Go on, and translate again whenever the input or what it includes changes.
      --no-specialise    No function for each chunk (TypeScript): shorter, slower.
      --no-check         Do not have a parser read the output (TypeScript).
      --strict           Warnings are errors.
      --no-warn CODE     Leave these warnings out; also -W no-CODE.

  -P, --dumpdef          Dump defines, macros, labels and so on; -PP for more.
  -A, --dumparch ARCH    Show registers, directives and instructions of x64 or x86.
`;
