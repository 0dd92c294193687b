/** What the build puts into the classic script. */
declare module 'whereas:parts' {
  /** The core, gzip as base64. */
  export const core: string;
  /** The script of the worker. */
  export const worker: string;
}
