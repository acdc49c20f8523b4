using RbcBot.Core.People;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations.Identity;

/// <summary>What stands open at a phone that several use.</summary>
public enum PhoneQuestion
{
    None,

    /// <summary>Who is writing?</summary>
    Who,

    /// <summary>By what short name is somebody called here?</summary>
    Name,
}

/// <summary>An address from which several write, as the lane that has it remembers it: who they are, who speaks now, and what waits until that is known.</summary>
/// <param name="First">Whose the address was before it was shared.</param>
public sealed record SharedPhone(Address At, PersonId First)
{
    /// <summary>After this long without a word somebody else may hold the phone: it is asked who is writing; docs/sources.md#shared-phones.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(15);

    /// <summary>Messages that are kept while it is asked who wrote them; docs/sources.md#shared-phones.</summary>
    public const int MostKept = 20;

    /// <summary>Messages that wait for people who are not at the phone; of more, the oldest are given up; docs/sources.md#shared-phones.</summary>
    public const int MostPutBy = 50;

    /// <summary>Empty while the first one is asked for her name: until then the address is hers alone.</summary>
    public IReadOnlyList<Sharer> Sharers { get; init; } = [];

    /// <summary>Who spoke last; null while that is not known.</summary>
    public PersonId? Speaker { get; init; }

    /// <summary>When something was last said there; null before.</summary>
    public DateTimeOffset? Heard { get; init; }

    /// <summary>By the channel's clock, from when on what is said belongs to who is asked for or has been chosen; null where the channel has none.</summary>
    public DateTimeOffset? Since { get; init; }

    public PhoneQuestion Open { get; init; }

    /// <summary>Whose name is asked for; null when it is somebody new's.</summary>
    public PersonId? Named { get; init; }

    /// <summary>The buttons of the question that stands open, in their order: their numbers answer it too.</summary>
    public IReadOnlyList<Button> Offered { get; init; } = [];

    /// <summary>What was said while nobody was chosen, in order.</summary>
    public IReadOnlyList<Inbound> Kept { get; init; } = [];

    /// <summary>What is to be said to people who are not at the phone, oldest first.</summary>
    public IReadOnlyList<PutBy> PutBy { get; init; } = [];

    /// <summary>Whether somebody asked, without saying who, that nobody is written to at the address.</summary>
    public bool IsSilenced { get; init; }

    public bool IsShared => Sharers.Count > 0;

    public Sharer? Of(PersonId person) => Sharers.FirstOrDefault(sharer => sharer.Person == person);

    /// <summary>Whether it is known who speaks at that moment.</summary>
    public bool Knows(DateTimeOffset at) => Speaker is not null && at - Heard <= Silence;

    public SharedPhone With(Sharer sharer) => this with
    {
        Sharers = Of(sharer.Person) is null ? [.. Sharers, sharer] : [.. Sharers.Select(other => other.Person == sharer.Person ? sharer : other)],
    };

    public SharedPhone Without(PersonId person) => this with
    {
        Sharers = [.. Sharers.Where(sharer => sharer.Person != person)],
        PutBy = [.. PutBy.Where(message => message.For != person)],
        Speaker = Speaker == person ? null : Speaker,
        Open = Named == person ? PhoneQuestion.Who : Open,
        Named = Named == person ? null : Named,
    };

    /// <summary>Without a person who is erased: her name is on no button any more, and what was said while nobody was chosen goes once it is a day old, for it may be hers.</summary>
    public SharedPhone Forgetting(PersonId person, DateTimeOffset now) => Without(person) with { Offered = [], Kept = [.. Kept.Where(said => now - said.At < TimeSpan.FromDays(1))] };

    /// <summary>What waits for a person.</summary>
    public IEnumerable<Outbound> WaitingFor(PersonId person) => PutBy.Where(message => message.For == person).Select(message => message.Message);
}

/// <summary>One of several who write from an address.</summary>
/// <param name="Person">Her lane; it may pass on to who she turned out to be.</param>
/// <param name="Name">What she is called there; the others see it.</param>
public sealed record Sharer(PersonId Person, string Name)
{
    /// <summary>Her place among all who ever came to the address; 0 for whose lane it is.</summary>
    public int Place { get; init; }

    /// <summary>In which she was last spoken to; null before.</summary>
    public Language? Language { get; init; }
}

/// <summary>A message that waits until its person is at the phone.</summary>
public sealed record PutBy(PersonId For, Outbound Message);
