using System.Diagnostics;
using RbcBot.Bot;
using RbcBot.Bot.Turns;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.Forms;
using RbcBot.Core.People;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Bench;

/// <summary>How long it takes to decide about a nudge for everybody, each with a history of her own.</summary>
static class NudgesBench
{
    const int Kinds = 7;

    static readonly DateTimeOffset Noon = new(2026, 1, 14, 10, 0, 0, TimeSpan.Zero);

    public static void Run(int people)
    {
        var catalogue = new Catalogue([], new Dictionary<string, Form>(), ContentFolder.Read("content"));
        var talks = Enumerable.Range(0, people).Select(Somebody).ToList();
        var outcomes = new Dictionary<SendOutcome, int>();
        var began = Stopwatch.GetTimestamp();
        foreach (var talk in talks)
        {
            var turn = Talk.Take(talk, new Inbound(talk.Address, "", Said.Due("lesson:EPI-01"), Noon), catalogue, Flows.All, Noon);
            foreach (var decided in turn.Facts.OfType<NudgeDecided>())
                outcomes[decided.What] = outcomes.GetValueOrDefault(decided.What) + 1;
        }
        Console.WriteLine($"{people} people: {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms; {string.Join(", ", outcomes.Select(outcome => $"{outcome.Key} {outcome.Value}"))}");
    }

    static Conversation Somebody(int number) => Conversation.New(new PersonId($"p{number}"), new Address(number % 2 == 0 ? "whatsapp" : "telegram", $"{number}")) with
    {
        State = "AtMenu",
        Language = Languages.All[number % Languages.All.Count],
        LastHeard = Noon.AddHours(-number % 100),
        Reaches = [new Reach(new Address(number % 2 == 0 ? "whatsapp" : "telegram", $"{number}"), Noon.AddHours(-number % 100))],
        Nudges = [.. Enumerable.Range(0, number % Kinds).Select(day => Noon.AddDays(day - Kinds))],
        Unanswered = number % Kinds % (SendPolicy.MostUnanswered + 1),
        IsSilenced = number % Kinds == Kinds - 1,
    };
}
