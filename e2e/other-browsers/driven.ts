/** What every driver of a browser can do with a page. */
export interface DrivenPage {
  goto(url: string): Promise<unknown>;
  reload(): Promise<unknown>;
  /** The value of an expression, or of the promise that it is. */
  evaluate(expression: string): Promise<unknown>;
  /** A real click on the first element of a selector. */
  click(selector: string): Promise<unknown>;
  /** Gives files to the first input of a selector. */
  setFiles(selector: string, paths: readonly string[]): Promise<unknown>;
  /** The size of the page's window, in CSS pixels, as near as the browser allows. */
  resize(width: number, height: number): Promise<unknown>;
}

/** A browser with a profile of its own, which saves downloads in a folder. */
export interface Driven {
  /** Its name and version. */
  readonly name: string;
  readonly page: DrivenPage;
  close(): Promise<void>;
}
