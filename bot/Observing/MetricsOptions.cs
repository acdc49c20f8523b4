namespace RbcBot.Bot.Observing;

/// <summary>Who may read the figures.</summary>
/// <param name="IsOn">Whether /metrics answers at all; default true.</param>
/// <param name="Token">What a reader from another machine shows as bearer, at least 16 characters; empty: only this machine reads.</param>
sealed record MetricsOptions(bool IsOn = true, string Token = "")
{
    const int ShortestToken = 16;

    /// <summary>The options of the settings, checked.</summary>
    public static MetricsOptions Of(IConfiguration settings)
    {
        var token = settings["Metrics:Token"] ?? "";
        if (token.Length is > 0 and < ShortestToken)
            throw new SettingException($"Metrics:Token must have at least {ShortestToken} characters, or none.");
        return bool.TryParse(settings["Metrics:IsOn"] ?? "true", out var isOn)
            ? new(isOn, token)
            : throw new SettingException($"Metrics:IsOn is \"{settings["Metrics:IsOn"]}\"; it must be true or false.");
    }
}
