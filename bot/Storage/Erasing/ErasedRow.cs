using RbcBot.Bot.Storage.Sealing;
using RbcBot.Core.Conversations.Erasing;
using RbcBot.Core.People;
using RbcBot.Core.People.Erasing;

namespace RbcBot.Bot.Storage.Erasing;

/// <summary>How far the erasure of a lane has come.</summary>
enum ErasedStage
{
    /// <summary>The rows are gone; the last message, files and what was before may still be there.</summary>
    Gone,

    /// <summary>What was before has been let go too; only the last message still waits to be taken.</summary>
    Past,

    /// <summary>All is gone but what was before.</summary>
    Told,

    Done,
}

/// <summary>That a lane was erased: written with it, in the same transaction.</summary>
/// <param name="Names">Of its id and address, as only who has the key can make them: by these it is found in a store that was brought back.</param>
/// <param name="At">The day.</param>
sealed record ErasedRow(string Number, IReadOnlyList<string> Names, DateTimeOffset At, ErasureKind Kind, ErasedStage Stage)
{
    /// <summary>Whether it is the person's own lane: an erasure has one.</summary>
    public bool IsFirst { get; init; }

    /// <summary>What has still to be deleted; null once nothing has.</summary>
    public ErasedRest? Rest { get; init; }

    public string Id => $"{Number}/{Names[0]}";

    /// <param name="own">The lane's own address; null when it has none.</param>
    /// <param name="farewell">Number of the last message; 0 when there is none.</param>
    public static ErasedRow Of(Erasure erasure, Vault vault, Address? own, long farewell) => new(
        erasure.Names.Number, [.. Called(erasure, vault, own)], Unlinking.Day(erasure.At), erasure.Cause.Kind, ErasedStage.Gone)
    {
        IsFirst = erasure.IsFirst,
        Rest = new ErasedRest(erasure.Person, erasure is { IsWhole: true, Desk: null }, erasure.KeepsAddress ? null : own, erasure.Files)
        {
            Leaver = erasure.Farewell is null ? null : erasure.Names.Leaver,
            FarewellTo = erasure.Farewell?.To,
            FarewellNumber = farewell,
            Since = erasure.At,
        },
    };

    // An address that others go on using, or that was somebody else's, tells nothing of her.
    static IEnumerable<string> Called(Erasure erasure, Vault vault, Address? own)
    {
        yield return (erasure.IsWhole ? "p." : "d.") + NameOf(vault, erasure.Person);
        if (erasure is { IsWhole: true, KeepsAddress: false } && own is not null)
            yield return "a." + vault.KeyOf(own);
    }

    /// <summary>22 letters for a person's id that nobody can make without the key.</summary>
    public static string NameOf(Vault vault, PersonId person) => vault.KeyOf(new Address("person", person.Value));
}

/// <summary>What has still to be done for a lane that is erased.</summary>
/// <param name="IsAll">Whether nothing is left of the lane: what comes up under its id later goes too.</param>
/// <param name="Own">The address that went; null when others use it.</param>
/// <param name="Files">Names of files.</param>
sealed record ErasedRest(PersonId Person, bool IsAll, Address? Own, IReadOnlyList<string> Files)
{
    /// <summary>Who is told that it is done; null when nobody is, or it was.</summary>
    public PersonId? Leaver { get; init; }

    /// <summary>Where; null with it.</summary>
    public Address? FarewellTo { get; init; }

    /// <summary>Its number among the messages to the address; 0 without one.</summary>
    public long FarewellNumber { get; init; }

    /// <summary>When it was done.</summary>
    public DateTimeOffset Since { get; init; }
}
