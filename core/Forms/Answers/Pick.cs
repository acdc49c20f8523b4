namespace RbcBot.Core.Forms.Answers;

/// <summary>What a person's words point at among the options.</summary>
/// <param name="Name">The option's name; null when none or several fit.</param>
readonly record struct Pick(string? Name, bool Echo, bool IsAmbiguous)
{
    public static Pick Nothing => default;
}
