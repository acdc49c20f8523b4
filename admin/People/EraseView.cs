using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Admin.People;

/// <summary>So much of a person as whoever passes on her wish to be erased has to see: her number with us, and by which channels she writes. No name, no address, nothing that she said.</summary>
/// <param name="Channels">Their words.</param>
/// <param name="DueAt">When she is erased; null while nobody asked for it.</param>
/// <param name="IsAsked">Whether it was asked for a moment ago.</param>
public sealed record EraseView(PersonId Person, IReadOnlyList<string> Channels, DateTimeOffset? DueAt, bool IsAsked)
{
    /// <summary>Ways in which somebody may have asked to be erased; each ends the text key console.people.erase.…</summary>
    public static readonly IReadOnlyList<string> Ways = ["letter", "visit", "call", "order"];

    public static EraseView Of(Conversation talk, bool isAsked) => new(
        talk.Person, [.. talk.Reaches.Select(reach => reach.Address).Append(talk.Address).Select(address => address.Channel).Distinct()], talk.Erasing?.DueAt, isAsked);
}
