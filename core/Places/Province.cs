using RbcBot.Core.Texts;

namespace RbcBot.Core.Places;

/// <summary>One of the four provinces, or the City of Kigali.</summary>
/// <param name="Code">Official (NISR) code of two digits, as text. Never mix it with the ISO code: NISR 02 is South, RW-02 is East.</param>
/// <param name="Iso">ISO 3166-2 code, such as RW-05.</param>
/// <param name="Names">The name in the three languages.</param>
public sealed record Province(string Code, string Iso, Localized Names);
