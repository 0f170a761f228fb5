// Photos: checked, shown at once, uploaded one after the other, and tried again when the line is back.
import { newId, page, word } from "./page.js";

export class Photos {
  #queue = [];
  #busy = false;

  /** `send(frame)` says a message, `say(text)` words; `talk` shows it. */
  constructor(talk, send, say) {
    this.talk = talk;
    this.send = send;
    this.say = say;
    addEventListener("beforeunload", (event) => this.#queue.length && event.preventDefault());
  }

  /** Shows and uploads the files; the caption goes with the first good one. True when there was one. */
  add(files, caption) {
    let left = caption;
    const album = files.length > 1 ? newId() : null;
    for (const file of files) {
      const why = this.#refusal(file);
      const photo = { id: newId(), file, album, caption: why ? "" : left };
      if (!why) left = "";
      const shown = { url: URL.createObjectURL(file), name: file.name, image: file.type.startsWith("image/") };
      this.talk.addMine({ id: photo.id, file: shown, text: photo.caption }, why ? "failed" : "waiting", why ? { why } : { progress: 0 });
      if (!why) this.#queue.push(photo);
    }
    this.#next();
    return left === "";
  }

  again(id) {
    const photo = this.#queue.find((one) => one.id === id);
    if (!photo) return;
    photo.failed = false;
    this.talk.change(id, { state: "waiting", why: undefined, retry: undefined, progress: 0 });
    this.#next();
  }

  /** The line is back: what failed is tried again. */
  resume() {
    for (const photo of this.#queue.filter((one) => one.failed)) this.again(photo.id);
  }

  #refusal(file) {
    if (file.size === 0) return word("upload-empty");
    if (file.size > page.photoBytes) return word("upload-too-big");
    return file.type && !file.type.startsWith("image/") ? word("upload-wrong-type") : "";
  }

  #next() {
    const photo = this.#queue.find((one) => !one.failed);
    if (this.#busy || !photo) return;
    this.#busy = true;
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append("photo", photo.file, photo.file.name);
    request.upload.onprogress = (event) => event.lengthComputable && this.talk.change(photo.id, { progress: event.loaded / event.total });
    request.onloadend = () => this.#done(photo, request);
    request.open("POST", "/upload");
    request.responseType = "json";
    request.send(body);
  }

  #done(photo, request) {
    this.#busy = false;
    const answer = request.response;
    if (request.status === 200 && answer?.upload) {
      this.#drop(photo);
      this.talk.change(photo.id, { progress: undefined });
      this.send({ id: photo.id, upload: answer.upload, caption: photo.caption, album: photo.album });
    } else {
      // enough for today: another try would fare no better
      const final = [400, 401, 403, 413, 415].includes(request.status) || answer?.reason === "too-many";
      if (final) this.#drop(photo);
      photo.failed = true;
      const why = answer?.error ?? word("upload-failed");
      if (final) this.#tell(photo);
      this.talk.change(photo.id, { state: "failed", why, retry: !final, progress: undefined });
    }
    this.#next();
  }

  /** The words of a photo that is not taken go with the next one of its album, or alone. */
  #tell({ caption, album }) {
    if (!caption) return;
    const next = album && this.#queue.find((one) => one.album === album);
    if (next) next.caption = caption;
    else this.say(caption);
  }

  #drop(photo) {
    this.#queue = this.#queue.filter((one) => one !== photo);
  }
}
