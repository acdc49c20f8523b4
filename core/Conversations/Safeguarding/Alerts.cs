using System.Globalization;
using RbcBot.Core.Safety;

namespace RbcBot.Core.Conversations.Safeguarding;

/// <summary>What of a turn somebody on duty is told: a store keeps it in the turn's own transaction.</summary>
public static class Alerts
{
    /// <summary>The alerts of a turn; hardly any turn has one.</summary>
    public static IReadOnlyList<SafetyAlert> Of(Turn turn)
    {
        List<SafetyAlert>? alerts = null;
        foreach (var fact in turn.Facts)
            if (Of(fact) is { } alert)
                (alerts ??= []).Add(alert);
        return alerts ?? (IReadOnlyList<SafetyAlert>)[];
    }

    static SafetyAlert? Of(Fact fact) => fact switch
    {
        SafetyRaised raised => Alert(fact, Matter(raised.Level), raised.Session, raised.Lexicon),
        CallAsked => Alert(fact, SafetyMatter.Call, null, ""),
        PatientTextMasked masked => Alert(fact, SafetyMatter.PatientText, masked.Session, string.Join(' ', masked.Found)),
        _ => null,
    };

    static SafetyAlert Alert(Fact fact, SafetyMatter matter, string? session, string detail) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{fact.At.UtcTicks:D19}-{(int)matter}-{fact.Person}"), fact.Person, matter, fact.At, session, detail);

    static SafetyMatter Matter(SafetyLevel level) => level switch
    {
        SafetyLevel.Professional => SafetyMatter.Professional,
        SafetyLevel.Distress => SafetyMatter.Distress,
        SafetyLevel.Violence => SafetyMatter.Violence,
        SafetyLevel.Seizure => SafetyMatter.Seizure,
        SafetyLevel.Imminent => SafetyMatter.Imminent,
        SafetyLevel.Unread or SafetyLevel.None => SafetyMatter.Unread,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
    };
}
