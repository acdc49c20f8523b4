using RbcBot.Core.Texts;

namespace RbcBot.Core.People;

/// <summary>What a person agreed to, in which words.</summary>
/// <param name="Purpose">interview, application, training or feedback.</param>
/// <param name="Version">The version of the consent text that was shown.</param>
/// <param name="Language">The language it was shown in.</param>
/// <param name="Given">False when the person said no.</param>
public sealed record Consent(string Purpose, string Version, Language Language, bool Given, DateTimeOffset At);
