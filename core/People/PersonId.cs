namespace RbcBot.Core.People;

/// <summary>Our own id of a person: opaque, never a phone number.</summary>
public readonly record struct PersonId(string Value)
{
    public override string ToString() => Value;
}
