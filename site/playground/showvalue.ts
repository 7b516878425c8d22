/** A value as `console.log` shows it in Node, or nearly so. */
import { NotRun } from './notrun.ts';

const DEPTH = 3;
const MOST = 100;

export function showValues(values: readonly unknown[]): string {
  const [format, ...rest] = values;
  if (typeof format !== 'string' || !/%[sdifjoO]/.test(format)) return values.map(showTop).join(' ');
  const text = format.replaceAll(/%[sdifjoO%]/g, mark => {
    if (mark === '%%') return '%';
    return rest.length === 0 ? mark : showTop(rest.shift());
  });
  return [text, ...rest.map(showTop)].join(' ');
}

function showTop(value: unknown): string {
  return typeof value === 'string' ? value : show(value, 0);
}

function show(value: unknown, depth: number): string {
  if (typeof value === 'string') return `'${value.replaceAll(/['\\]/g, String.raw`\$&`)}'`;
  if (typeof value === 'bigint') return `${value}n`;
  if (Object.is(value, -0)) return '-0';
  if (typeof value === 'function') return `[Function${value.name === '' ? '' : `: ${value.name}`}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof NotRun) return '(not run)';
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (depth >= DEPTH) return '[…]';
  const inner = (each: unknown): string => show(each, depth + 1);
  if (Array.isArray(value)) return wrapped('[', value.map(inner), ']');
  const { name } = value.constructor ?? { name: '' };
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    const elements = [...(value as Uint8Array)];
    return wrapped(`${name}(${elements.length}) [`, elements.map(inner), ']');
  }
  if (value instanceof Map) {
    return wrapped(
      `Map(${value.size}) {`,
      [...value].map(([key, each]) => `${inner(key)} => ${inner(each)}`),
      '}',
    );
  }
  if (value instanceof Set) return wrapped(`Set(${value.size}) {`, [...value].map(inner), '}');
  const prefix = name === '' || name === 'Object' ? '' : `${name} `;
  return wrapped(
    `${prefix}{`,
    Object.entries(value).map(([key, each]) => `${key}: ${inner(each)}`),
    '}',
  );
}

function wrapped(open: string, parts: readonly string[], close: string): string {
  if (parts.length === 0) return open + close;
  const more = parts.length > MOST ? [`… ${parts.length - MOST} more`] : [];
  return `${open} ${[...parts.slice(0, MOST), ...more].join(', ')} ${close}`;
}
