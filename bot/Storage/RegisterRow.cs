using RbcBot.Bot.Storage.Sealing;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.People;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Storage;

/// <summary>A person's line as stores write it; always sealed.</summary>
/// <param name="L">Her language; null until she has chosen.</param>
/// <param name="D">District.</param>
/// <param name="C">Cadre.</param>
/// <param name="W">Her words, under the store's key.</param>
/// <param name="X">Whether she turned out to be somebody else.</param>
/// <param name="S">Her sessions.</param>
sealed record RegisterRow(Language? L, string? D, string? C, long[]? W, bool X, RegisterRowSession[]? S)
{
    public static RegisterRow Of(PersonLine line, Vault vault) => new(
        line.Language, line.District, line.Cadre, [.. line.Words.Select(vault.WordKey).Order()], line.IsSomebodyElse, [.. line.Sessions.Select(RegisterRowSession.Of)]);

    /// <summary>The line as it was, without its words.</summary>
    public PersonLine Line(PersonId person) => new(person, L, D ?? "", C ?? "", [], [.. (S ?? []).Select(one => one.Line(person))], X);
}

/// <summary>One of her sessions.</summary>
/// <param name="I">Its id; null when it is made of the person and its place, as nearly all are.</param>
/// <param name="P">Its place.</param>
/// <param name="F">Flow.</param>
/// <param name="U">Subject.</param>
/// <param name="V">Version.</param>
/// <param name="O">Whether it is only offered.</param>
/// <param name="G">Language.</param>
/// <param name="D">Day, as its number.</param>
/// <param name="B">Begun, in ticks.</param>
sealed record RegisterRowSession(string? I, int P, string? F, string? U, string? V, Standing T, bool O, string? G, int D, long B)
{
    public static RegisterRowSession Of(RegisterLine line) => new(
        line.Id == Usual(line.Person, line.Number) ? null : line.Id, line.Number, line.Flow, line.Subject, line.Version, line.Standing, line.IsOffered, line.Language,
        line.Day.DayNumber, line.Started.UtcTicks);

    public RegisterLine Line(PersonId person) => new(
        person, P, I ?? Usual(person, P), F ?? "", U ?? "", V ?? "", T, O, G ?? "", DateOnly.FromDayNumber(D), new DateTimeOffset(B, TimeSpan.Zero));

    static string Usual(PersonId person, int number) => $"{person}-{number + 1}";
}
