// The bench's interview as a user of grammY would write it: the conversations plugin, its state and the answers in SQLite, updates by webhook, one process.
import { createServer } from "node:http";
import { conversations, createConversation } from "@grammyjs/conversations";
import Database from "better-sqlite3";
import { Bot, InlineKeyboard, webhookCallback } from "grammy";

const questions = [
  ["integer", "How many people work with you?"], ["text", "What is the name of your health centre?"],
  ["integer", "How many patients came last week?"], ["text", "What do most of them come for?"],
  ["integer", "How old are you?"], ["text", "What did you learn last about mental health?"],
  ["integer", "How many of them did you refer?"], ["text", "What makes your work hard?"],
  ["integer", "How many trainings did you attend?"], ["text", "Which training helped you most?"],
  ["integer", "How many hours could you learn a week?"], ["text", "What else should we know?"],
];

// WAL with FULL: what is committed is on disk, as the other bots promise too. better-sqlite3 advises WAL, and by itself takes NORMAL with it, which may forget the last commits.
const db = new Database(process.env.DATABASE);
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
db.exec(`create table if not exists conversations (key text primary key, state text not null);
  create table if not exists answers (chat integer, question integer, answer text not null, primary key (chat, question));`);
const read = db.prepare("select state from conversations where key = ?");
const write = db.prepare("insert into conversations values (?, ?) on conflict (key) do update set state = excluded.state");
const remove = db.prepare("delete from conversations where key = ?");
const keep = db.prepare("insert or replace into answers values (?, ?, ?)");
const keepAll = db.transaction((chat, answers) => answers.forEach((answer, index) => keep.run(chat, index + 1, answer)));

const storage = {
  read: (key) => { const row = read.get(key); return row && JSON.parse(row.state); },
  write: (key, state) => { write.run(key, JSON.stringify(state)); },
  delete: (key) => { remove.run(key); },
};

const menu = new InlineKeyboard().text("Back", "back").text("☰ Menu", "menu");

async function interview(conversation, ctx) {
  await ctx.reply("Muraho! Muhitemo ururimi:\nBonjour ! Choisissez votre langue :\nHello! Choose your language:",
    { reply_markup: new InlineKeyboard().text("Ikinyarwanda", "rw").text("Français", "fr").text("English", "en") });
  await conversation.waitFor("message:text");
  await ctx.reply("I am the training tool. I am no clinician.");
  await ctx.reply("What you write helps us to plan the training. It is voluntary. Do you agree?",
    { reply_markup: new InlineKeyboard().text("I agree", "yes").text("I do not agree", "no") });
  await conversation.waitFor("message:text");
  const answers = [];
  while (answers.length < questions.length) {
    const [type, label] = questions[answers.length];
    await ctx.reply(`${answers.length + 1}/${questions.length} · ${label}`, { reply_markup: menu });
    const { message } = await conversation.waitFor("message:text");
    if (type === "integer" && !/^-?\d+$/.test(message.text))
      await ctx.reply("Please write a number.");
    else
      answers.push(message.text);
  }
  await ctx.reply(`${answers.map((answer, index) => `${index + 1}. ${questions[index][1]} ${answer}`).join("\n")}\n\nChoose Submit, or write the number of an answer to correct it.`,
    { reply_markup: new InlineKeyboard().text("Submit", "submit").text("Change", "change") });
  await conversation.waitFor("message:text");
  await conversation.external(() => keepAll(ctx.chat.id, answers));
  await ctx.reply("Thank you. Your answers have arrived.");
}

const bot = new Bot(process.env.BOT_TOKEN, { client: { apiRoot: process.env.API_ROOT } });
bot.use(conversations({ storage }));
bot.use(createConversation(interview));
bot.command("start", (ctx) => ctx.conversation.enter("interview"));
bot.catch((fault) => console.error(fault));

await bot.init();
const handle = webhookCallback(bot, "http", { secretToken: process.env.SECRET });
createServer((request, response) => handle(request, response).catch((fault) => { console.error(fault); response.writeHead(500).end(); }))
  .listen(Number(process.env.PORT), "127.0.0.1");
