'use strict';
// Old phones: nothing newer than ES2017 here. What others wrote only ever becomes textContent.
const texts = JSON.parse(document.getElementById('texts').textContent);
const part = id => document.getElementById(id);
const log = part('log'), words = part('words'), notice = part('notice');
const greatestBytes = 200000, longestPause = 30000, keptEntries = 300;

// ---- what is kept on the phone; in memory alone when the browser forbids more
const memory = {};
function read(key, otherwise) {
  let found = memory[key];
  try { found = localStorage.getItem('rbc.' + key) || found; } catch (e) { /* private mode */ }
  try { return found ? JSON.parse(found) : otherwise; } catch (e) { return otherwise; }
}
function write(key, value) {
  memory[key] = JSON.stringify(value);
  try { localStorage.setItem('rbc.' + key, memory[key]); } catch (e) { /* private mode or full */ }
}
function unguessable() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode.apply(null, bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

const query = new URLSearchParams(location.search);
const asked = query.get('s') || '';
const session = /^[A-Za-z0-9_-]{8,64}$/.test(asked) ? asked : read('session', '') || unguessable();
write('session', session);
const talk = read('talk.' + session, { last: 0, entries: [] });
let queue = read('queue.' + session, []);
const drawn = new Map();
const saveTalk = () => write('talk.' + session, { last: talk.last, entries: talk.entries.slice(-keptEntries) });

// ---- language: the one chosen in the talk, else the phone's
let language = read('language', '') || (navigator.languages || [navigator.language]).map(code => code.slice(0, 2))
  .find(code => texts[code]) || 'en';
function speak(code) {
  language = code;
  write('language', code);
  const own = texts[code];
  document.documentElement.lang = code;
  document.title = part('title').textContent = own.title;
  words.placeholder = own.placeholder;
  words.setAttribute('aria-label', own.placeholder);
  part('send').setAttribute('aria-label', own.send);
  log.setAttribute('aria-label', own.conversation);
}
function noticeLanguage(said) {
  const open = talk.entries.filter(entry => entry.n).pop();
  const numbered = open && open.choices && open.choices[Number(said) - 1];
  const label = numbered ? numbered.label : said;
  const code = Object.keys(texts).find(each => texts[each].name.toLowerCase() === label.trim().toLowerCase());
  if (code) speak(code);
}

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
function button(choice) {
  const made = element('button', '', (choice.ticked ? '✓ ' : '') + choice.label);
  made.type = 'button';
  if (choice.ticked) made.setAttribute('aria-pressed', 'true');
  made.addEventListener('click', () => say({ choice: choice.payload }, choice.label));
  return made;
}
function draw(entry) {
  const made = element('div', entry.n ? 'bot' : 'mine');
  made.append(bubble(entry.text));
  [['answers', choice => choice.role !== 'command'], ['commands', choice => choice.role === 'command']].forEach(([name, fits]) => {
    const some = (entry.choices || []).filter(fits);
    if (!some.length) return;
    const row = element('div', name);
    row.setAttribute('role', 'group');
    some.forEach(choice => row.append(button(choice)));
    made.append(row);
  });
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
  draw(entry);
  settle();
}
function settle() {
  dim();
  saveTalk();
  toEnd();
}
function toEnd() { log.scrollTop = log.scrollHeight; }
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
  if (!event.redraws || !before) { show({ n: event.n, text: event.text, choices: event.choices }); return; }
  before.choices = event.choices;
  const presses = talk.entries.slice(talk.entries.indexOf(before) + 1).filter(entry => entry.pressed);
  presses.forEach(entry => { drawn.get(entry).remove(); drawn.delete(entry); });
  talk.entries = talk.entries.filter(entry => presses.indexOf(entry) < 0);
  draw(before);
  settle();
}
function forget() {
  talk.last = 0;
  talk.entries = [];
  drawn.clear();
  log.textContent = '';
}

// ---- the network
function call(path, options, seconds) {
  const abort = window.AbortController ? new AbortController() : null;
  const timer = abort && setTimeout(() => abort.abort(), seconds * 1000);
  const answer = fetch('/chat/' + session + '/' + path, Object.assign(abort ? { signal: abort.signal } : {}, options));
  const over = () => clearTimeout(timer);
  answer.then(over, over);
  return answer;
}
function rest(milliseconds) {
  return new Promise(over => {
    const timer = setTimeout(over, milliseconds * (.75 + Math.random() / 2));
    addEventListener('online', () => { clearTimeout(timer); over(); }, { once: true });
  });
}
const shown = () => new Promise(over => document.hidden ? document.addEventListener('visibilitychange', over, { once: true }) : over());

async function listen() {
  let isFirst = true;
  for (let pause = 1000; ;) {
    await shown();
    try {
      // The first look overlaps by one: a bot that does not know our last message was set up anew.
      const answer = await call('events?after=' + (isFirst && talk.last ? talk.last - 1 : talk.last) + '&wait=' + (isFirst ? 0 : 25), {}, 45);
      if (!answer.ok) throw new Error(answer.status);
      const events = (await answer.json()).events;
      if (isFirst && talk.last && !events.some(event => event.n === talk.last)) forget(); else events.forEach(take);
      isFirst = false;
      pause = 1000;
      untell(['connecting', 'offline']);
      if (!talk.last && !isEntered && !queue.length) enter('');
    } catch (e) {
      tell('offline');
      await rest(pause);
      pause = Math.min(pause * 2, longestPause);
    }
  }
}

let isSending = false;
async function send() {
  if (isSending) return;
  isSending = true;
  for (let pause = 1000; queue.length;) {
    const post = { method: 'POST', headers: { 'Content-Type': 'application/json', 'Accept-Language': language }, body: JSON.stringify(queue[0]) };
    const status = await call('messages', post, 60).then(answer => answer.status, () => 0);
    const isRefused = status === 400 || status === 413 || status === 415;
    if (status === 202 || isRefused) {
      settleSent(queue[0].id, isRefused ? (status === 413 ? 'too-long' : 'refused') : '');
      pause = 1000;
      continue;
    }
    tell('offline');
    await rest(pause);
    pause = Math.min(pause * 2, longestPause);
  }
  isSending = false;
}
function settleSent(id, refused) {
  queue = queue.filter(waiting => waiting.id !== id);
  write('queue.' + session, queue);
  const entry = talk.entries.find(each => each.id === id);
  if (!entry) return;
  if (refused) entry.refused = refused;
  draw(entry);
  settle();
}
function say(said, text) {
  const id = unguessable();
  queue.push(Object.assign({ id: id }, said));
  write('queue.' + session, queue);
  if (text) {
    noticeLanguage(text);
    show({ id: id, text: text, pressed: 'choice' in said });
  }
  send();
}

// ---- the text box
function grow() {
  words.style.height = 'auto';
  words.style.height = words.scrollHeight + 2 + 'px';
}
function submit() {
  const text = words.value.trim();
  words.focus();
  if (!text) return;
  if (new Blob([text]).size > greatestBytes) { tell('too-long'); return; }
  words.value = '';
  grow();
  say({ text: text }, text);
}
part('say').addEventListener('submit', event => { event.preventDefault(); submit(); });
addEventListener('resize', toEnd);
words.addEventListener('input', () => { grow(); untell(['too-long']); });
words.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  submit();
});

// ---- coming in
let isEntered = false;
function enter(code) {
  isEntered = true;
  say({ enter: code });
}
speak(language);
tell('connecting');
talk.entries.forEach(draw);
if (talk.entries.length) settle();
const code = query.get('code');
// Out of the address bar: a reload goes on where it was, and a shared address does not share the session.
if (code !== null || asked) history.replaceState(null, '', location.pathname);
if (code !== null) enter(code);
send();
listen();
