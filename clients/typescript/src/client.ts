// A client of one service: operations over HTTP, subscriptions over one websocket, files to /uploads.
import { createClient, type Client as Socket } from "graphql-ws";
import WebSocket from "ws";

import type { TypedDocumentString } from "./generated/operations.js";

/** What went wrong without being part of the schema: the words are Danish and may be shown to a person. */
export class ServiceError extends Error {
  constructor(
    readonly status: number,
    readonly messages: readonly string[],
  ) {
    super(messages.join("; "));
  }
}

interface Answer<Result> {
  data?: Result | null;
  errors?: readonly { message: string }[];
}

export class Client {
  readonly #address: string;
  readonly #token: string | undefined;
  #socket: Socket | undefined;

  /** `address` as http://127.0.0.1:8000; `token` is left out in the development mode alone. */
  constructor(address: string, token?: string) {
    this.#address = address.replace(/\/$/, "");
    this.#token = token;
  }

  /** The answer to a query or a change; throws ServiceError where there are errors in it. */
  async ask<Result, Variables extends Record<string, unknown>>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
  ): Promise<Result> {
    const response = await fetch(`${this.#address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json", ...this.#authorization() },
      body: JSON.stringify({ query: document.toString(), variables }),
    });
    const answer = await answerOf<Answer<Result>>(response);
    if (!answer.data || answer.errors?.length) {
      throw new ServiceError(response.status, (answer.errors ?? []).map((one) => one.message));
    }
    return answer.data;
  }

  /** What a subscription tells, until the service ends it or the loop is left. */
  async *follow<Result, Variables extends Record<string, unknown>>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
  ): AsyncGenerator<Result> {
    this.#socket ??= createClient({
      url: `${this.#address.replace(/^http/, "ws")}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: this.#authorization(),
      retryAttempts: 0,
    });
    for await (const told of this.#socket.iterate<Result>({ query: document.toString(), variables })) {
      if (told.errors?.length || !told.data) {
        throw new ServiceError(200, (told.errors ?? []).map((one) => one.message));
      }
      yield told.data;
    }
  }

  /** The id of a file that was handed in, for ingestUpload. */
  async upload(name: string, content: Uint8Array): Promise<string> {
    const response = await fetch(`${this.#address}/uploads?name=${encodeURIComponent(name)}`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream", ...this.#authorization() },
      body: content,
    });
    const answer = await answerOf<{ upload?: string; error?: string }>(response);
    if (answer.upload === undefined) {
      throw new ServiceError(response.status, [answer.error ?? "no id came back"]);
    }
    return answer.upload;
  }

  /** Let go of the websocket. */
  async close(): Promise<void> {
    await this.#socket?.dispose();
  }

  #authorization(): Record<string, string> {
    return this.#token === undefined ? {} : { authorization: `Bearer ${this.#token}` };
  }
}

async function answerOf<Body>(response: Response): Promise<Body> {
  const text = await response.text();
  try {
    return JSON.parse(text) as Body;
  } catch {
    throw new ServiceError(response.status, [text]);
  }
}
