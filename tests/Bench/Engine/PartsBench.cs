using System.Text;
using System.Text.Json;
using RbcBot.Bot.Channels.Telegram;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Turns;
using RbcBot.Core.Content;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Channels;
using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Channels;
using RbcBot.Core.People;
using RbcBot.Core.Programme;
using RbcBot.Core.Texts;
using RbcBot.Tests.Core.Forms;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace RbcBot.Tests.Bench.Engine;

/// <summary>What the parts of a turn cost in the processor, one thread, without a socket or a store: the mean of a whole interview.</summary>
static class PartsBench
{
    const int Interviews = 1000, Rounds = 8;

    static readonly DateTimeOffset Now = new(2026, 11, 2, 7, 30, 0, TimeSpan.Zero);

    public static void Run()
    {
        var catalogue = Catalogue();
        var update = Encoding.UTF8.GetBytes("""{"update_id":7,"message":{"message_id":7,"from":{"id":5,"is_bot":false,"first_name":"Amina","language_code":"en"},"chat":{"id":5,"first_name":"Amina","type":"private"},"date":1795600000,"text":"words of answer 2"}}""");
        Measure("read an update", () => Repeat(Script.Bot.Count, () => UpdateReading.Of(JsonSerializer.Deserialize<Update>(update, JsonBotAPI.Options)!, Now)));
        Measure("decide", () => Interview(catalogue, static _ => { }));
        List<Turn> turns = [];
        Interview(catalogue, turns.Add);
        List<Outbound> replies = [.. turns.SelectMany(turn => turn.Replies)];
        Measure("render the replies", () => replies.ForEach(reply => Rendering.Of(reply, Capabilities.Telegram, Language.En)));
        Measure("request and render", () => replies.ForEach(Request));
        Measure("write the conversation", () => turns.ForEach(turn => StoredJson.Write(turn.Next)));
        Measure("write the session", () => turns.ForEach(turn => turn.Next.Sessions.ToList().ForEach(session => StoredJson.Write(session))));
        Measure("write the messages", () => replies.ForEach(reply => StoredJson.Write(reply)));
        string[] written = [.. turns.Select(turn => StoredJson.Write(turn.Next))];
        Measure("read the conversation", () => Array.ForEach(written, json => StoredJson.Read<Conversation>(json)));
    }

    static void Request(Outbound reply)
    {
        foreach (var message in Rendering.Of(reply, Capabilities.Telegram, Language.En))
            MessageRequest.Of(5, message.Text, message.Rows);
    }

    static void Repeat(int times, Func<object?> work)
    {
        for (var time = 0; time < times; time++)
            work();
    }

    static void Interview(Catalogue catalogue, Action<Turn> keep)
    {
        var (address, at) = (new Address("telegram", "5"), Now);
        var talk = Conversation.New(new PersonId("person"), address);
        foreach (var (index, step) in Script.Bot.Index())
        {
            at += TimeSpan.FromSeconds(5);
            var said = index == 0 ? Said.Enter(Script.Code) : Said.Text(step.Said);
            var turn = Talk.Take(talk, new Inbound(address, $"{index}", said, at), catalogue, Flows.All, at);
            if (turn.Replies.Count != step.Messages || !turn.Replies[^1].Text.Contains(step.Last) && index < Script.Questions + 2)
                throw new InvalidOperationException($"After \"{step.Said}\": {string.Join('|', turn.Replies.Select(reply => reply.Text))}");
            talk = turn.Next;
            keep(turn);
        }
    }

    static void Measure(string name, Action interview)
    {
        var rounds = Enumerable.Range(0, Rounds).Select(_ => Round(interview)).ToList();
        var (time, bytes) = rounds.MinBy(round => round.Microseconds);
        Console.WriteLine($"{name,-24} {time,7:0.0} µs {bytes / 1024,7:0.0} KB a turn");
    }

    static (double Microseconds, double Bytes) Round(Action interview)
    {
        var (cpu, bytes) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
        for (var time = 0; time < Interviews; time++)
            interview();
        var turns = Interviews * Script.Bot.Count;
        return ((Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / turns, (GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)turns);
    }

    static Catalogue Catalogue()
    {
        var form = FormReading.Of(Xlsx.Of(("survey", Script.Survey), ("settings", "form_id\nbench")), "bench.xlsx").Form ?? throw new InvalidOperationException("The bench's form is refused.");
        var round = new Round(Script.Code, RoundKind.Interview, form.Id, form.Version, "", "", IsOpen: true, Now);
        return new Catalogue([round], new Dictionary<string, Form> { [form.Version] = form }, Library.Empty);
    }
}
