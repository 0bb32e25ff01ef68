// What a document still waits for: answers to requests, WebAssembly that is being compiled, timers of less than a second
// and frames. Timers of one to ten seconds stand still until a test lets the time pass: what is said for a moment stays
// for as long as a slow machine needs to read it. All this is put into each document before the document's own scripts, and into those that came about otherwise
// by whoever asks first.
{
  const FRAME = "a frame";
  const KEY = Symbol.for("what the document waits for");
  if (!window[KEY]) {
    const waiting = new Set();
    const own = (name) => window[name].bind(window);
    const [later, forget, nextFrame, forgetFrame] =
      ["setTimeout", "clearTimeout", "requestAnimationFrame", "cancelAnimationFrame"].map(own);

    const follow = (owner, name, describe) => {
      const original = owner[name];
      owner[name] = function (...given) {
        const one = describe.apply(this, given);
        waiting.add(one);
        return original.apply(this, given).finally(() => waiting.delete(one));
      };
    };
    const lineOf = (asked, options) => {
      const { method, url } = asked instanceof Request ? asked : new Request(asked, { method: options?.method });
      return { line: `${method} ${url}` };
    };
    follow(window, "fetch", lineOf);
    for (const name of ["text", "json", "arrayBuffer", "blob"]) {
      // As its request, so that one of which a part is held is known.
      follow(Response.prototype, name, function () {
        return { line: `GET ${this.url}` };
      });
    }
    for (const name of ["compile", "instantiate", "compileStreaming", "instantiateStreaming"]) {
      follow(WebAssembly, name, () => ({ line: "WebAssembly" }));
    }

    const timers = new Map();
    const frames = new Map();
    const awaited = (map, id, one) => {
      map.set(id, one);
      waiting.add(one);
      return id;
    };
    const over = (map, id) => {
      waiting.delete(map.get(id));
      map.delete(id);
    };
    const standing = new Map();
    let stands = true;
    let lastStanding = 0;
    window.setTimeout = (run, after = 0, ...rest) => {
      if (stands && after >= 1000 && after < 10_000) {
        // The browser's own numbers are above zero.
        lastStanding -= 1;
        standing.set(lastStanding, () => run(...rest));
        return lastStanding;
      }
      // A longer one is no part of an answer.
      if (!(after < 1000)) return later(run, after, ...rest);
      const go = (...given) => {
        over(timers, id);
        run(...given);
      };
      const id = later(go, after, ...rest);
      return awaited(timers, id, { line: `a timer of ${after} ms` });
    };
    window.clearTimeout = (id) => {
      standing.delete(id);
      over(timers, id);
      forget(id);
    };
    window.requestAnimationFrame = (run) => {
      const go = (time) => {
        over(frames, id);
        run(time);
      };
      const id = nextFrame(go);
      return awaited(frames, id, { line: FRAME });
    };
    window.cancelAnimationFrame = (id) => {
      over(frames, id);
      forgetFrame(id);
    };

    // Whether the words that stand there before the app does are still there.
    const isStarting = () => {
      const host = document.getElementById("patchbay-jira");
      if (host && !host.shadowRoot) return true;
      const root = (host?.shadowRoot ?? document).getElementById("patchbay");
      return Boolean(root?.querySelector(":scope > .starting, :scope > slot"));
    };

    // Everything that is under way, but for the requests that a test holds: `GET /rest/…`. While one is held, what is
    // drawn instead of its answer is as it should be.
    const underWay = (held, starts) => {
      const isHeld = ({ line }) =>
        held.some((one) => {
          const [method, path] = one.split(" ");
          return line.startsWith(`${method} `) && line.endsWith(path);
        });
      // None is drawn in a tab behind another.
      const isWanted = (one) => !isHeld(one) && !(document.hidden && one.line === FRAME);
      const left = [...waiting].filter(isWanted).map(({ line }) => line);
      if (held.length > 0) return left;
      if (document.readyState !== "complete") left.push("the document");
      if (starts && isStarting()) left.push("the start of the app");
      const tree = document.getElementById("patchbay-jira")?.shadowRoot ?? document;
      for (const busy of tree.querySelectorAll("[aria-busy=true]")) {
        if (busy.checkVisibility()) left.push(`what is busy: ${busy.outerHTML.slice(0, 100)}`);
      }
      return left;
    };

    // The next frame, or what comes in its place where none is drawn.
    const soon = () =>
      new Promise((go) => {
        nextFrame(() => later(go, 0));
        later(go, 100);
      });
    // Gives what is left after so many milliseconds at the latest.
    const settled = async (held, starts, time) => {
      const end = performance.now() + time;
      for (;;) {
        await soon();
        const left = underWay(held, starts);
        if (left.length === 0 || performance.now() > end) return left;
      }
    };
    // Has the timers that stand still go off, and for good: none stand still any more.
    const passTime = (forGood) => {
      stands = !forGood;
      const due = [...standing.values()];
      standing.clear();
      due.forEach((run) => window.setTimeout(run, 0));
    };
    window[KEY] = { underWay, settled, passTime };
  }
}
