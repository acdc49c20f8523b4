namespace RbcBot.Core.Forms;

/// <summary>The time that expressions see.</summary>
/// <param name="Started">When the run began: once() defaults such as today and start keep it.</param>
/// <param name="Now">The present.</param>
/// <param name="Zone">The programme's zone, never the server's.</param>
public sealed record FormMoment(DateTimeOffset Started, DateTimeOffset Now, TimeZoneInfo Zone);
