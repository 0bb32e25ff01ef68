// Put into each document before its own scripts: notes what is measured there, in `measured`.
{
  const measured = (window.measured = {});

  // Every task of the main thread over 50 ms, in milliseconds.
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: "longtask",
    buffered: true,
  });

  // The app's memory; none in a page without WebAssembly.
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      measured.memory ??= (made.instance ?? made).exports.memory;
      return made;
    };
  }
  // Megabytes of it.
  measured.megabytes = () => (measured.memory?.buffer.byteLength ?? 0) / 2 ** 20;

  // Does this at the beginning of a frame, and gives the milliseconds until that frame is painted. So what is measured is
  // work, and not how long the screen waits for its next turn.
  const frame = (act = () => {}) =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const begun = performance.now();
        act();
        const painted = new MessageChannel();
        painted.port1.onmessage = () => resolve(performance.now() - begun);
        painted.port2.postMessage(0);
      }),
    );

  // Once this is in the page, and painted.
  measured.shows = async (selector) => {
    await new Promise((resolve) => {
      const look = (_, observer) => {
        if (!document.querySelector(selector)) return;
        observer?.disconnect();
        resolve();
      };
      new MutationObserver(look).observe(document, { childList: true, subtree: true });
      look();
    });
    await frame();
  };

  // From the event of a key in the search until it is painted.
  measured.key = (value) => {
    const field = document.querySelector("input[type=search]");
    return frame(() => {
      field.value = value;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
  };

  measured.idle = () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }));

  // One key after the other.
  measured.keys = async (values) => {
    const keys = [];
    for (const value of values) {
      await measured.idle();
      keys.push(await measured.key(value));
    }
    return keys;
  };

  // The tasks since this was asked the last time. Those that just ended are told a moment later.
  measured.tasks = async () => {
    await measured.idle();
    await frame();
    return tasks.splice(0);
  };

  // When the first rows were painted.
  measured.rows = measured.shows("tbody th a").then(() => performance.now());
}
