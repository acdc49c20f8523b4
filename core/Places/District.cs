namespace RbcBot.Core.Places;

/// <summary>Where people of a district mostly live; a facility's own setting counts for quotas, this is its default.</summary>
public enum Setting { Urban, Mixed, Rural }

/// <summary>One of the 30 districts.</summary>
/// <param name="Code">Official code of four digits, as text: the province's two and the district's two, such as 0204.</param>
/// <param name="Name">The name, which is the same in all three languages.</param>
/// <param name="FormerTown">The town that stood for the region before 2006 and still does in speech, such as Butare; null when there is none.</param>
public sealed record District(string Code, string Name, Province Province, Setting Setting, string? FormerTown);
