using System.Text.Json.Serialization;

namespace RbcBot.Bot.Commands;

/// <summary>What a command asks of whoever owns the database: itself, or a running bot.</summary>
/// <param name="Verb">round open, export, backup, aside list, aside replay, audit verify, audit anchor or retention.</param>
sealed record DeskRequest(string Verb)
{
    public string? Code { get; init; }

    public string? Kind { get; init; }

    public string? Module { get; init; }

    public string? Moment { get; init; }

    /// <summary>Whether running sessions of a round go on to its new form.</summary>
    public bool Migrates { get; init; }

    /// <summary>Whether it is only counted what would go.</summary>
    public bool IsTrial { get; init; }

    /// <summary>What is to be replayed.</summary>
    public string? Id { get; init; }

    public string? Format { get; init; }

    /// <summary>First day in Kigali, as 2027-03-31.</summary>
    public string? From { get; init; }

    /// <summary>Last day in Kigali.</summary>
    public string? To { get; init; }

    public string? Language { get; init; }

    public string? State { get; init; }

    /// <summary>Whether an export tells whose answers they are.</summary>
    public bool IsNamed { get; init; }

    /// <summary>Why it does.</summary>
    public string? Reason { get; init; }

    public string? FileName { get; init; }

    /// <summary>The form to open, or the anchor to verify against.</summary>
    public byte[]? File { get; init; }
}

/// <summary>What came of it.</summary>
/// <param name="Says">What to print.</param>
/// <param name="File">What to write to --out, from its beginning; null when there is nothing. Whoever gets it closes it.</param>
sealed record DeskOutcome(int ExitCode, string Says, [property: JsonIgnore] Stream? File);
