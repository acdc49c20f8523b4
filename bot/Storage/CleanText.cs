using System.Text;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage;

/// <summary>Takes out of a text what no store can keep: NUL (PostgreSQL) and half surrogate pairs (UTF-8). All else stays byte for byte.</summary>
static class CleanText
{
    const char Replacement = '\uFFFD';

    public static string Of(string text) => IsClean(text) ? text : Cleaned(text);

    /// <summary>An inbound as a store can keep it.</summary>
    public static Inbound Of(Inbound inbound) => inbound with
    {
        From = new Address(inbound.From.Channel, Of(inbound.From.Value)),
        ExternalId = Of(inbound.ExternalId),
        Said = inbound.Said with { Words = Of(inbound.Said.Words) },
    };

    static bool IsClean(string text)
    {
        foreach (var character in text)
            if (character == '\0' || char.IsSurrogate(character))
                return false;
        return true;
    }

    static string Cleaned(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
                clean.Append(text[index]).Append(text[++index]);
            else if (char.IsSurrogate(text[index]))
                clean.Append(Replacement);
            else if (text[index] != '\0')
                clean.Append(text[index]);
        }
        return clean.ToString();
    }
}
