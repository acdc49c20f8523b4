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
    const answer = await call('messages', post, 60).catch(() => ({ status: 0 }));
    const status = answer.status;
    const isRefused = status === 400 || status === 413 || status === 415;
    if (status === 202 || isRefused) {
      settleSent(queue[0].id, isRefused ? (status === 413 ? 'too-long' : 'refused') : '');
      pause = 1000;
      continue;
    }
    tell('offline');
    if (status === 503) await aid(queue[0].id, answer);
    await rest(pause);
    pause = Math.min(pause * 2, longestPause);
  }
  isSending = false;
}
// Whom to call, though what was written is not taken yet; once.
let aided = '';
async function aid(id, answer) {
  const card = aided === id ? '' : await answer.json().then(problem => problem.card, () => '');
  if (!card) return;
  aided = id;
  show({ n: 'card', text: card });
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
