using RbcBot.Core.Content;
using RbcBot.Core.Safety;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations.Safeguarding;

/// <summary>What is said at once to a text that speaks of danger: that it was heard, whom to call, that no human may be reading, not to stay alone. No advice, no method, no diagnosis.</summary>
public static class Card
{
    /// <summary>What the button carries that asks for a call.</summary>
    public const string CallPayload = "h:call";

    const string Between = "\n\n";

    public static bool AsksForCall(Said said) => said.Kind == SaidKind.Choice && said.Words == CallPayload;

    /// <summary>The card in the person's language; in all of them when she has chosen none.</summary>
    public static Outbound Of(SafetyLevel level, Language? language, IReadOnlyList<Helpline> numbers)
    {
        var languages = language is { } own ? [own] : Languages.All;
        var text = string.Join(Between, languages.Select(one => Words(level, one, numbers)).Distinct());
        return new(text, [new Button(string.Join(" · ", languages.Select(one => Text.Of(one, "safety.call")).Distinct()), CallPayload, ButtonRole.Command)]) { Language = language, IsUrgent = true };
    }

    /// <summary>That somebody was told of the wish to be called.</summary>
    public static Outbound OfCall(Language? language) => Told("safety.call.taken", language);

    /// <summary>That patients must not be known by what is written here.</summary>
    public static Outbound OfPatient(Language? language) => Told("safety.patient", language);

    // The numbers come before all else: on a small screen the rest may be cut off.
    static string Words(SafetyLevel level, Language language, IReadOnlyList<Helpline> numbers)
    {
        var name = level.ToString().ToLowerInvariant();
        var mine = numbers.Where(number => number.Uses.Contains(name)).ToList();
        var lines = (mine.Count > 0 ? mine : numbers).Select(number => $"{number.Number} – {number.Name.In(language)}");
        string?[] parts =
        [
            Text.Of(language, $"safety.card.{name}"),
            numbers.Count > 0 ? Text.Of(language, "safety.card.lines") + "\n" + string.Join("\n", lines) : null,
            Text.Of(language, level is SafetyLevel.Seizure ? "safety.card.stay.seizure" : level is SafetyLevel.Professional ? "safety.card.stay.other" : "safety.card.stay"),
            Text.Of(language, "safety.card.bot"),
            Checked(language, mine.Count > 0 ? mine : numbers),
        ];
        return string.Join("\n", parts.OfType<string>());
    }

    static string? Checked(Language language, IReadOnlyList<Helpline> numbers) => numbers.Count == 0 ? null
        : Text.Of(language, "talk.help.checked", ("date", Languages.Day(language, numbers.Min(number => number.LastVerified))));

    static Outbound Told(string key, Language? language) =>
        new(language is { } own ? Text.Of(own, key) : Text.InAll(Between, key)) { Language = language };
}
