import { turnsInTime } from "./next-turn.ts";

interface PortMessage {
  readonly data: unknown;
}

type Listener = (message: PortMessage) => void;

/** What pdf.js sends between its two halves, as far as it needs care here. */
interface OperatorChunkMessage {
  readonly chunk?: { readonly fnArray?: readonly number[]; readonly argsArray?: readonly unknown[] };
}

/**
 * Joins the two halves of pdf.js on one thread. Its own port copies every message from the one to the other, which costs more than to
 * read the pages; this one hands them over as they are, in their order, and now and then lets the application take its turn.
 */
export class InProcessPort {
  readonly #listeners = new Set<Listener>();
  readonly #turn = turnsInTime();
  #delivered: Promise<void> = Promise.resolve();

  postMessage(message: unknown): void {
    const data = withOwnChunk(message as OperatorChunkMessage);
    const deliver = () => {
      for (const listener of [...this.#listeners]) {
        try {
          listener.call(this, { data });
        } catch {
          // A half that does not know what to do with a message of a damaged file must not end the program; whoever waits for it has a limit.
        }
      }
    };
    const turn = this.#turn();
    this.#delivered = turn ? this.#delivered.then(() => turn).then(deliver) : this.#delivered.then(deliver);
  }

  addEventListener(_name: string, listener: Listener, options?: { readonly signal?: AbortSignal } | null): void {
    this.#listeners.add(listener);
    options?.signal?.addEventListener("abort", () => this.#listeners.delete(listener), { once: true });
  }

  removeEventListener(_name: string, listener: Listener): void {
    this.#listeners.delete(listener);
  }

  terminate(): void {
    this.#listeners.clear();
  }
}

/** The sender of operators empties its lists once they are sent. */
function withOwnChunk(message: OperatorChunkMessage): OperatorChunkMessage {
  const { chunk } = message;
  if (!chunk?.fnArray || !chunk.argsArray) return message;
  return { ...message, chunk: { ...chunk, fnArray: chunk.fnArray.slice(), argsArray: chunk.argsArray.slice() } };
}
