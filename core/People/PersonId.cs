namespace RbcBot.Core.People;

/// <summary>Our own id of a person: opaque, never a phone number.</summary>
public readonly record struct PersonId(string Value)
{
    /// <summary>Length of an id as a person bears to read it; the end, since ids made on one day begin alike.</summary>
    const int ShortLength = 8;

    /// <summary>The id as it stands in tables.</summary>
    public string Short => Value.Length <= ShortLength * 2 ? Value : Value[^ShortLength..];

    public override string ToString() => Value;
}
