// ---- drawing
function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}
function bubble(text) {
  const made = element('div', 'bubble');
  text.split(/(https:\/\/[^\s<>"]+[^\s<>".,;:!?)])/).forEach((piece, index) => {
    if (index % 2 === 0) { made.append(piece); return; }
    const link = element('a', '', piece);
    link.href = piece;
    link.rel = 'noopener noreferrer';
    link.target = '_blank';
    made.append(link);
  });
  return made;
}
// French signs never stand alone at the edge of a line.
const together = text => text.replace(/ ([?!:;»])/g, '\u00a0$1').replace(/« /g, '«\u00a0');
// What ends a choice of several is not one of the answers.
const isDone = choice => /:done$/.test(choice.payload);
// Whoever was shown whom to call may ask to be called, whatever is said after it.
const isCall = choice => choice.payload === 'h:call';
function button(choice) {
  const made = element('button', '', (choice.ticked ? '✓ ' : '') + choice.label);
  made.type = 'button';
  made.value = choice.payload;
  if (choice.ticked) made.setAttribute('aria-pressed', 'true');
  made.addEventListener('click', () => say({ choice: choice.payload }, choice.label));
  return made;
}
function draw(entry) {
  const made = element('div', entry.n ? 'bot' : 'mine');
  (entry.media || []).forEach(one => made.append(picture(one)));
  made.append(bubble(entry.n ? together(entry.text) : entry.text));
  [['answers', choice => !isDone(choice) && !choice.role], ['aids', choice => choice.role === 'aid'], ['done', isDone], ['calls', isCall], ['commands', choice => choice.role === 'command' && !isCall(choice)]].forEach(([name, fits]) => {
    const some = (entry.choices || []).filter(fits);
    if (!some.length) return;
    const row = element('div', name);
    row.setAttribute('role', 'group');
    some.forEach(choice => row.append(button(choice)));
    made.append(row);
  });
  if (entry.share && canShare(entry.share)) made.insertBefore(shareRow(entry.share), made.querySelector('.commands'));
  const note = entry.refused ? texts[language][entry.refused] : queue.some(waiting => waiting.id === entry.id) ? texts[language].waiting : '';
  if (note) made.append(element('span', 'note', note));
  const before = drawn.get(entry);
  if (before) before.replaceWith(made); else log.append(made);
  drawn.set(entry, made);
}
function dim() {
  const answerable = talk.entries.filter(entry => entry.choices && entry.choices.length).pop();
  const answered = talk.entries.slice(talk.entries.indexOf(answerable) + 1).some(entry => !entry.n);
  talk.entries.forEach(entry => drawn.get(entry).classList.toggle('old', entry !== answerable || answered));
}
function show(entry) {
  talk.entries.push(entry);
  // Who ticks in a list longer than the screen stays where she is.
  const stays = entry.pressed && log.lastElementChild.offsetHeight > log.clientHeight;
  draw(entry);
  settle(stays);
}
function settle(stays) {
  dim();
  saveTalk();
  if (!stays) toEnd();
}
// To the end, but what the bot said last is read from its beginning.
function toEnd() {
  let first = null;
  for (let each = log.lastElementChild; each && each.classList.contains('bot'); each = each.previousElementSibling) first = each;
  log.scrollTop = log.scrollHeight;
  if (first) log.scrollTop = Math.min(log.scrollTop, first.offsetTop - log.offsetTop - 8);
}
let told = '';
function tell(key) {
  told = key;
  // The notice takes its room from the log; who reads the end goes on reading the end.
  const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 100;
  notice.hidden = !key;
  notice.textContent = key ? texts[language][key] : '';
  if (isAtEnd) toEnd();
}
const untell = some => { if (some.indexOf(told) >= 0) tell(''); };

// ---- what the bot says
function take(event) {
  if (event.n <= talk.last) return;
  talk.last = event.n;
  const before = talk.entries.filter(entry => entry.n).pop();
  if (!event.redraws || !before) { show({ n: event.n, text: event.text, choices: event.choices, share: event.share, media: event.media }); return; }
  const held = drawn.get(before).contains(document.activeElement) ? document.activeElement.value : null;
  before.choices = event.choices;
  const presses = talk.entries.slice(talk.entries.indexOf(before) + 1).filter(entry => entry.pressed);
  presses.forEach(entry => { drawn.get(entry).remove(); drawn.delete(entry); });
  talk.entries = talk.entries.filter(entry => presses.indexOf(entry) < 0);
  const at = log.scrollTop;
  draw(before);
  settle(true);
  log.scrollTop = at;
  // Who presses by keyboard stays on the button, or on the first of the new page.
  const buttons = Array.from(drawn.get(before).querySelectorAll('button'));
  const next = held && (buttons.find(each => each.value === held) || buttons[0]);
  if (next) next.focus();
}
function forget() {
  talk.last = 0;
  talk.entries = [];
  drawn.clear();
  log.textContent = '';
}
