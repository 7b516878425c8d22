/** The link that holds a text: the text and its platform, compressed, behind `#` in the address. */

export interface Shared {
  readonly text: string;
  readonly arch: string;
  readonly system: string;
}

export async function toHash({ text, arch, system }: Shared): Promise<string> {
  const packed = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
  const base64 = btoa(Array.from(packed, byte => String.fromCharCode(byte)).join(''));
  const code = base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return `#${new URLSearchParams({ arch, system, code })}`;
}

/** Undefined for an address without a text. Throws for one that is broken. */
export async function fromHash(hash: string): Promise<Shared | undefined> {
  const parameters = new URLSearchParams(hash.slice(1));
  const code = parameters.get('code');
  if (code === null) return undefined;
  const packed = Uint8Array.from(atob(code.replaceAll('-', '+').replaceAll('_', '/')), byte =>
    byte.charCodeAt(0),
  );
  const bytes = await through(packed, new DecompressionStream('deflate-raw'));
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  return { text, arch: parameters.get('arch') ?? 'x64', system: parameters.get('system') ?? 'linux' };
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}
