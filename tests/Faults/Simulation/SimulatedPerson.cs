using System.Text.RegularExpressions;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>Somebody who reads what arrives and says something to it, sensible or not.</summary>
sealed partial class SimulatedPerson(Address address, Random chance)
{
    static readonly string[] Commands =
        ["stop", "pause", "menu", "help", "language", "back", "skip", "review", "resume", "yes", "no", "done", "why", "start", SimulatedForm.Code, "hagarika", "retour"];

    static readonly string[] Strange =
        ["", " \u00A0\t ", "👩🏾‍⚕️", "Z\u0301\u0316\u0489algo", "\u202Eolleh", "{{7*7}}", "'; DROP TABLE x;--", "= 1 + 1", "a\0b", new('a', 5000), "ye\u200Bgo", "/start", "/menu@B", "q:1:0", "c:stop"];

    static readonly string[] Wrong = ["-5", "200", "??", "0", "99", "1", "2", "3.5", "31/2/2026", "ejo", "muraho", "1,3", "yego oya"];

    readonly string language = new[] { "rw", "fr", "en" }[chance.Next(3)];
    readonly List<Outbound> seen = [];
    int words;

    public Address Address => address;

    public Outbound? LastSeen => seen.LastOrDefault();

    public int SeenCount => seen.Count;

    public void See(Outbound message) => seen.Add(message);

    /// <summary>The name of the one question that a message asks; null when it asks none, or lists answers to be corrected.</summary>
    public static string? QuestionIn(Outbound? message) =>
        message is not null && !message.Buttons.Any(button => button.Payload.StartsWith("k:", StringComparison.Ordinal)) && Mark().Matches(message.Text) is [var mark] ? mark.Groups[1].Value : null;

    /// <summary>What she says next, and the message that she says it to.</summary>
    public (Said Said, Outbound? To) Speak() => LastSeen is not { } last
        ? (Said.Enter(SimulatedForm.Code), null)
        : chance.Next(100) switch
        {
            < 76 => (Sensible(last), last),
            < 78 => (Said.Text(Cards.Words[chance.Next(Cards.Words.Length)]), last),
            < 82 => (Said.Text(Wrong[chance.Next(Wrong.Length)]), last),
            < 88 => (Said.Text(Commands[chance.Next(Commands.Length)]), last),
            < 93 => Old(),
            < 96 => (Said.Text(Strange[chance.Next(Strange.Length)]), last),
            < 97 => (Said.Enter(SimulatedForm.Code), last),
            _ => Press(last, last.Buttons),
        };

    Said Sensible(Outbound last)
    {
        if (last.Buttons.FirstOrDefault(button => button.Payload == $"l:{language}") is { } own)
            return Said.Choice(own.Payload);
        var answers = last.Buttons.Where(button => button.Role == ButtonRole.Answer).ToList();
        return QuestionIn(last) switch
        {
            "q3" => Said.Text($"{chance.Next(1, 100)}"),
            "q6" => Said.Text($"{chance.Next(1, 29)}/{chance.Next(1, 13)}/2026"),
            _ when answers.Count > 0 => Press(last, answers).Said,
            _ when last.Buttons.FirstOrDefault(button => button.Payload is "c:yes" or "c:resume" or "c:start") is { } on && chance.Next(5) > 0 => Said.Choice(on.Payload),
            _ when last.Buttons.Count > 0 && QuestionIn(last) is null => Press(last, [.. last.Buttons.Where(button => button.Payload != "c:stop" || chance.Next(8) == 0)]).Said,
            _ => Said.Text($"{address.Value} says {++words}"),
        };
    }

    (Said Said, Outbound? To) Old()
    {
        var some = seen[chance.Next(seen.Count)];
        return Press(some, some.Buttons);
    }

    (Said Said, Outbound? To) Press(Outbound to, IReadOnlyList<Button> buttons) =>
        (buttons.Count > 0 ? Said.Choice(buttons[chance.Next(buttons.Count)].Payload) : Said.Text($"{address.Value} says {++words}"), to);

    [GeneratedRegex(@"\[(q\d)\]")]
    private static partial Regex Mark();
}
