/**
 * Other assemblers for JavaScript on the same instructions: iced-x86 (its encoder is WebAssembly), ass-js. They are packages of
 * bench/peers, which `npm ci --prefix bench/peers` installs; those that are not installed are left out. jit.js needs a native
 * part that no longer builds, and has no part without it.
 *
 *     node --import tsx bench/peers.ts
 *
 * Prints a Markdown table.
 */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type * as Iced from 'iced-x86';
import { loadFile, State, type ActionList } from 'dynasm';
import { type Candidate, measure, nanoseconds, row, table } from './measurement.ts';

/** Rounds of four instructions. */
const ROUNDS = 250;
const require = createRequire(new URL('peers/package.json', import.meta.url));

/** A program, and the code that it makes. */
interface Peer {
  readonly name: string;
  readonly assemble: () => Uint8Array;
  /** Programs in one measurement. */
  readonly runs: number;
}

function installed(name: string): unknown {
  try {
    return require(name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    console.log(`${name} is not installed: left out.\n`);
    return undefined;
  }
}

interface Module {
  readonly actions: ActionList;
  readonly compile: (Dst: State, rounds: number) => void;
}

async function ours(): Promise<Peer> {
  const path = fileURLToPath(new URL('peers.dast', import.meta.url));
  const { actions, compile } = (await loadFile(path)) as unknown as Module;
  const Dst = new State(actions);
  return {
    name: 'dynasm',
    runs: 100,
    assemble: () => {
      Dst.setup();
      compile(Dst, ROUNDS);
      const code = new Uint8Array(Dst.link());
      Dst.encode(code, 0x10000);
      return code;
    },
  };
}

function iced(): Peer[] {
  const library = installed('iced-x86') as typeof Iced | undefined;
  if (!library) return [];
  const { Code, Encoder, Instruction, Register } = library;
  const dwords = [Register.EAX, Register.ECX, Register.EDX, Register.EBX];
  const qwords = [Register.RAX, Register.RCX, Register.RDX, Register.RBX];
  const assemble = (): Uint8Array => {
    const encoder = new Encoder(64);
    const encode = (instruction: Iced.Instruction): void => {
      encoder.encode(instruction, 0x10000n);
      instruction.free();
    };
    for (let i = 0; i < ROUNDS; i++) {
      const [dword = Register.None, qword = Register.None] = [dwords[i & 3], qwords[i & 3]];
      const immediate = i & 63;
      encode(Instruction.createRegI32(Code.Mov_r32_imm32, dword, i));
      encode(Instruction.createRegReg(Code.Add_rm64_r64, qword, Register.RSI));
      encode(Instruction.createRegI32(Code.Add_rm32_imm8, dword, immediate));
      encode(Instruction.createRegReg(Code.Xor_rm32_r32, Register.EDI, Register.EDI));
    }
    const code = encoder.takeBuffer();
    encoder.free();
    return code;
  };
  return [{ name: 'iced-x86', runs: 5, assemble }];
}

interface AssJs {
  readonly X64: () => {
    _(mnemonic: string, operands: readonly (string | number)[]): void;
    compile(): Uint8Array;
  };
}

function assJs(): Peer[] {
  const library = installed('ass-js') as AssJs | undefined;
  if (!library) return [];
  const dwords = ['eax', 'ecx', 'edx', 'ebx'];
  const qwords = ['rax', 'rcx', 'rdx', 'rbx'];
  const assemble = (): Uint8Array => {
    const asm = library.X64();
    for (let i = 0; i < ROUNDS; i++) {
      const [dword = '', qword = ''] = [dwords[i & 3], qwords[i & 3]];
      asm._('mov', [dword, i]);
      asm._('add', [qword, 'rsi']);
      asm._('add', [dword, i & 63]);
      asm._('xor', ['edi', 'edi']);
    }
    return asm.compile();
  };
  return [{ name: 'ass-js', runs: 1, assemble }];
}

const peers = [await ours(), ...iced(), ...assJs()];
const code = Buffer.from(peers[0]?.assemble() ?? []).toString('hex');
for (const { name, assemble } of peers) {
  const same = Buffer.from(assemble()).toString('hex') === code;
  if (!same) console.log(`${name} makes other code for the same instructions.\n`);
}
const candidates = peers.map(({ name, assemble, runs }): Candidate => {
  const all = (): void => {
    for (let i = 0; i < runs; i++) assemble();
  };
  return { name, run: () => nanoseconds(all) / runs / (4 * ROUNDS) };
});
const rows = (await measure(candidates, 15, 5)).map(figures => row(figures));
console.log(table(['', 'ns an instruction', '10 % … 90 %', 'ratio'], rows));
