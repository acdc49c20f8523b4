namespace RbcBot.Core.People.Privacy;

/// <summary>Where the data lie.</summary>
/// <param name="Country">Code of the country, such as RW.</param>
/// <param name="Authorisation">Reference of the authorisation to keep them outside Rwanda; "" when there is none.</param>
public sealed record Residency(string Country, string Authorisation)
{
    const string Rwanda = "RW";

    public static readonly Residency Usual = new(Rwanda, "");

    /// <summary>Whether the data lie outside Rwanda and nobody says who authorised it (law 058/2021, article 50).</summary>
    public bool IsUnauthorised => Country != Rwanda && Authorisation.Length == 0;
}
