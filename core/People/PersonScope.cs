namespace RbcBot.Core.People;

/// <summary>The people whom somebody may look at; all others are to her as if they were not there.</summary>
/// <param name="IsEverybody">Whether there is no bound.</param>
/// <param name="Own">Those within the bound.</param>
public sealed record PersonScope(bool IsEverybody, IReadOnlySet<PersonId> Own)
{
    public static readonly PersonScope Everybody = new(true, new HashSet<PersonId>());

    public static PersonScope Of(IEnumerable<PersonId> own) => new(false, own.ToHashSet());

    public bool Holds(PersonId person) => IsEverybody || Own.Contains(person);
}
