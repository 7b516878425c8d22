/** What Vite and our plugin make of imports. */
declare module '*?worker&url' {
  const url: string;
  export default url;
}
declare module 'virtual:iced-x86' {
  /** iced-x86, as `require('iced-x86')` gives it under Node. */
  export function loadIced(): Promise<unknown>;
}
