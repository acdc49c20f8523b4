namespace RbcBot.Core.Calendar;

/// <summary>A public holiday of Rwanda.</summary>
/// <param name="Day">The day off, which for a day in lieu is not the day of the feast.</param>
/// <param name="NameKey">Text key of the feast's name, such as calendar.labour-day.</param>
/// <param name="IsInLieu">Whether it makes up for a feast that fell on a weekend or together with another.</param>
public sealed record Holiday(DateOnly Day, string NameKey, bool IsInLieu = false);
