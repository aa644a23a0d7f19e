/** A file that Vite puts beside the page: its address. */
declare module "*?url" {
  const address: string;
  export default address;
}
