// What the modules may count on in our pages. Nothing here is served.

// Our pages are HTML: what a selector finds is an HTML element. The caller says which kind where that matters.
interface ParentNode {
  querySelector<E extends Element = HTMLElement>(selectors: string): E | null;
  querySelectorAll<E extends Element = HTMLElement>(selectors: string): NodeListOf<E>;
}

interface Element {
  closest<E extends Element = HTMLElement>(selectors: string): E | null;
}

// Where an event came from. The document and the window have none of an element's methods, so the modules ask for them: `closest?.`.
type Heard<E> = E & { readonly target: HTMLElement };

interface Document {
  addEventListener<K extends keyof DocumentEventMap>(
    type: K, listener: (event: Heard<DocumentEventMap[K]>) => unknown, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof DocumentEventMap>(
    type: K, listener: (event: Heard<DocumentEventMap[K]>) => unknown, options?: boolean | EventListenerOptions): void;
}

interface HTMLElement {
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K, listener: (event: Heard<HTMLElementEventMap[K]>) => unknown, options?: boolean | AddEventListenerOptions): void;
}

interface DocumentEventMap {
  'dip:link': CustomEvent<{ state: 'up' | 'down' }>;
  'dip:silent': CustomEvent<null>;
  noteact: CustomEvent<{ act: string, value?: string }>;
}

interface HTMLElementEventMap {
  'components-reconnect-state-changed': CustomEvent<{ state: string }>;
}

declare const Blazor: {
  start(options: object): Promise<void>;
  reconnect(): Promise<boolean>;
  resumeCircuit(): Promise<boolean>;
  pauseCircuit(): Promise<boolean>;
  registerCustomEventType(name: string, options: { createEventArgs(event: CustomEvent): unknown }): void;
};

declare var dip: { pause(): void, open(address: string, ...handed: unknown[]): void };

// A reference that C# has handed over.
interface Bridge {
  invokeMethodAsync(method: string, ...words: unknown[]): Promise<string>;
}

// The state of a field's text on the server. The text is null where it is no longer known.
interface Revised {
  text: string | null;
  revision: number;
  by?: string;
}

// What is written, before it has an id.
interface Content {
  field: string;
  text: string;
  owner?: string;
  by?: string;
  about?: string;
  basedOn?: number;
  [part: string]: unknown;
}

// What has been put forward or pressed, and waits for its answer.
interface BoardRequest extends Content {
  id: string;
  at: number;
  refused?: string;
}

interface Answer {
  kept?: boolean;
  retry?: boolean;
  message?: string;
  theirs?: Revised;
}

// What is being written. An `at` of nothing is a draft of the server's.
interface Draft {
  text: string;
  basedOn: number;
  id?: string;
  at: number;
}

// What a seat tells all that it holds; each of them takes what concerns it.
interface SeatField {
  name?: string;
  refresh?(): void;
  save?(): unknown;
  found?(begun: Record<string, string>): void;
  gone?(field: string, text: string): void;
  answered?(piece: BoardRequest, answer: Answer): void;
  holds?(piece: BoardRequest): boolean;
}

interface SignalRBuilder {
  withServerTimeout(milliseconds: number): SignalRBuilder;
  withKeepAliveInterval(milliseconds: number): SignalRBuilder;
}
