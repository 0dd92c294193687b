/** What Vite gives for a file that is asked for as it is. */
declare module '*.css?raw' {
  const text: string;
  export default text;
}
