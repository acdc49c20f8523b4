"use strict";
// Moves the bar of a long work and goes where it ends. Without it the page is asked for again by its link.
const bar = document.querySelector("progress[data-events]");
if (bar) {
  const events = new EventSource(bar.dataset.events);
  const words = document.getElementById("progress-words");
  events.onmessage = event => {
    const step = JSON.parse(event.data);
    bar.max = step.all;
    bar.value = step.done;
    words.textContent = step.words;
    if (step.to) {
      events.close();
      location.replace(step.to);
    }
  };
}
