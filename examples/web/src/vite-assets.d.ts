/** A file that Vite puts beside the page: its address. */
declare module "*?url" {
  const address: string;
  export default address;
}

/** How much is loaded for reading scans, in MB; set by vite.config.ts. */
declare const __SCAN_MEGABYTES__: number;
