using RbcBot.Core.Texts;

namespace RbcBot.Core.People;

/// <summary>What a person agreed to or refused, in which words.</summary>
/// <param name="Purpose">The flow's word of a form (interview, application, feedback, test), or a purpose's: see Purposes.</param>
/// <param name="Version">The version of the consent text that was shown.</param>
/// <param name="Language">The language it was shown in.</param>
/// <param name="Given">False when the person said no.</param>
public sealed record Consent(string Purpose, string Version, Language Language, bool Given, DateTimeOffset At)
{
    /// <summary>Which text was shown, such as interview.consent; "" in consents of before it was kept.</summary>
    public string TextId { get; init; } = "";

    /// <summary>SHA-256, in hex, of exactly the text that was shown; "" in consents of before it was kept.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>The channel on which it was said; "" in consents of before it was kept.</summary>
    public string Channel { get; init; } = "";

    /// <summary>The channel's own id of the message that said it; "" in consents of before it was kept.</summary>
    public string Message { get; init; } = "";
}
