using System.Globalization;

namespace RbcBot.Bot;

/// <summary>A setting that cannot work: the start stops with its message.</summary>
sealed class SettingException(string message) : Exception(message);

/// <summary>Reads single settings and holds them to their bounds.</summary>
static class SettingReading
{
    /// <param name="name">Such as Inbox:Lanes.</param>
    /// <param name="unset">What holds when nobody has set it.</param>
    public static int Number(IConfiguration settings, string name, int least, int most, int unset)
    {
        if (settings[name] is not { } written)
            return unset;
        return int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new SettingException(string.Create(CultureInfo.InvariantCulture, $"{name} is \"{written}\"; it must be a number from {least} to {most}."));
    }

    /// <summary>An address with http or https; "" when it is not set.</summary>
    public static string Url(IConfiguration settings, string name)
    {
        var url = settings[name] ?? "";
        return url.Length == 0 || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            ? url
            : throw new SettingException($"{name} is \"{url}\"; it must be an address such as https://chat.example.rw.");
    }
}
