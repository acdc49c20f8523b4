namespace RbcBot.Core.Forms;

/// <summary>The time that expressions see.</summary>
/// <param name="Started">When the run began: once() defaults such as today and start keep it.</param>
/// <param name="Now">The present.</param>
/// <param name="Zone">The programme's zone, never the server's.</param>
public sealed record FormMoment(DateTimeOffset Started, DateTimeOffset Now, TimeZoneInfo Zone)
{
    /// <summary>The run's chance, the same at every turn of it: what random(), uuid() and an order without a seed of its own follow from.</summary>
    public long Seed { get; init; }

    /// <summary>The language the person reads, by code or column name: what labels in expressions are written in; "" for the form's default.</summary>
    public string Language { get; init; } = "";

    /// <summary>What the channel knows of the person, by the type that asks for it: username, phonenumber, email; without what is not known.</summary>
    public IReadOnlyDictionary<string, string> Person { get; init; } = new Dictionary<string, string>();

    /// <summary>What the person submitted last time with this form; empty the first time.</summary>
    public IReadOnlyList<GivenAnswer> LastSaved { get; init; } = [];
}
