// The socket: comes back by itself, and sends what waits, one at a time and in order, until it is acknowledged.
import * as pending from "./pending.js";

const FIRST_DELAY = 500;
const LONGEST_DELAY = 20_000;
const PING_EVERY = 20_000;
const PONG_WITHIN = 8_000;
const LATER = 3_000;
// More pages of this chat are open than the server holds: this one waits until somebody looks at it.
const CROWDED_OUT = 4001;
// Whoever talks here may not any more.
const SHUT_OUT = 4003;

export class Link {
  #socket = null;
  #open = false;
  #failures = 0;
  #inFlight = null;
  #timer = null;
  #pongTimer = null;
  #on;

  /** `on`: {hello, item, who, settled(id, why), note(text), state(open), turnedAway()}. */
  constructor(on) {
    this.#on = on;
    for (const event of ["online", "pageshow", "focus"]) addEventListener(event, () => this.#hurry());
    document.addEventListener("visibilitychange", () => document.hidden || this.#hurry());
    addEventListener("offline", () => this.#lose());
    setInterval(() => this.#ping(), PING_EVERY);
    this.#connect();
  }

  get isOpen() {
    return this.#open;
  }

  say(frame) {
    pending.keep(frame);
    this.#pump();
  }

  #connect() {
    clearTimeout(this.#timer);
    this.#timer = null;
    const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws`);
    this.#socket = socket;
    socket.onmessage = (event) => socket === this.#socket && this.#receive(JSON.parse(event.data));
    socket.onclose = (event) => {
      if (socket !== this.#socket) return;
      this.#lose(event.code === CROWDED_OUT || event.code === SHUT_OUT);
      if (event.code === SHUT_OUT) this.#on.turnedAway();
    };
  }

  #lose(forGood = false) {
    const old = this.#socket;
    this.#socket = null;
    old?.close();
    clearTimeout(this.#pongTimer);
    this.#pongTimer = null;
    this.#inFlight = null;
    this.#open = false;
    this.#on.state(false);
    this.#failures += 1;
    if (this.#failures % 3 === 0) this.#askWhy();
    const delay = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (this.#failures - 1));
    clearTimeout(this.#timer);
    if (forGood) return;
    this.#timer = setTimeout(() => this.#connect(), delay * (0.5 + Math.random() / 2));
  }

  /** The browser hides why a socket was refused; the page itself tells whether the session is over. */
  async #askWhy() {
    try {
      const answer = await fetch("/chat", { cache: "no-store", redirect: "manual" });
      if (answer.status === 401 || answer.type === "opaqueredirect") this.#on.turnedAway();
    } catch {
      // Still offline: the next attempt will tell.
    }
  }

  #hurry() {
    if (this.#socket === null) this.#connect();
    else this.#ping();
  }

  #ping() {
    if (!this.#open || this.#pongTimer !== null) return;
    this.#socket.send('{"ping":true}');
    this.#pongTimer = setTimeout(() => this.#lose(), PONG_WITHIN);
  }

  #receive(frame) {
    if (frame.pong) {
      clearTimeout(this.#pongTimer);
      this.#pongTimer = null;
    }
    if (frame.hello) {
      this.#failures = 0;
      this.#open = true;
      this.#on.hello(frame.hello);
      this.#on.state(true);
      this.#pump();
    }
    if (frame.item) this.#on.item(frame.item);
    if (frame.who) this.#on.who(frame.who);
    if (frame.ack) this.#settle(frame.ack, "");
    if (frame.refused) this.#settle(frame.refused, frame.note);
    else if (frame.note) this.#on.note(frame.note);
    if (frame.later) setTimeout(() => ((this.#inFlight = null), this.#pump()), LATER);
  }

  #settle(id, why) {
    pending.forget(id);
    this.#inFlight = null;
    this.#on.settled(id, why);
    this.#pump();
  }

  #pump() {
    if (!this.#open || this.#inFlight !== null) return;
    const [next] = pending.waiting();
    if (!next) return;
    this.#inFlight = next.frame.id;
    this.#socket.send(JSON.stringify(next.frame));
    this.#ping();
  }
}
