using RbcBot.Core.People.Privacy;

namespace RbcBot.Bot.Retention;

/// <summary>How long what is kept, and where the data lie, by the settings.</summary>
static class PrivacyOptions
{
    const int MostMonths = 240, MostYears = 20, MostDays = 365;

    /// <summary>Two letters of ISO 3166-1.</summary>
    const int CountryLetters = 2;

    /// <exception cref="SettingException">A time is out of its bounds.</exception>
    public static RetentionRules Rules(IConfiguration settings)
    {
        var usual = RetentionRules.Usual;
        return new(
            SettingReading.Number(settings, "Retention:RejectedMonths", 1, MostMonths, usual.RejectedMonths),
            SettingReading.Number(settings, "Retention:TalkMonths", 1, MostMonths, usual.TalkMonths),
            SettingReading.Number(settings, "Retention:ProgrammeMonths", 1, MostMonths, usual.ProgrammeMonths),
            SettingReading.Number(settings, "Retention:AlertMonths", 1, MostMonths, usual.AlertMonths),
            SettingReading.Number(settings, "Retention:AuditYears", 1, MostYears, usual.AuditYears),
            SettingReading.Number(settings, "Retention:AsideDays", 1, MostDays, usual.AsideDays));
    }

    /// <exception cref="SettingException">The country is none.</exception>
    public static Residency Place(IConfiguration settings)
    {
        var country = (settings["Hosting:Country"] ?? Residency.Usual.Country).Trim().ToUpperInvariant();
        return country.Length == CountryLetters && country.All(char.IsAsciiLetterUpper)
            ? new(country, (settings["Hosting:Authorisation"] ?? "").Trim())
            : throw new SettingException($"Hosting:Country is \"{country}\"; it must be the two letters of a country, such as RW.");
    }
}
