namespace RbcBot.Core.People;

/// <summary>Our own id of an account of the console: opaque, never the sign-in name.</summary>
public readonly record struct AccountId(string Value)
{
    public override string ToString() => Value;
}
