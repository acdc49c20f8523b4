namespace RbcBot.Tests.Bench.Engine;

/// <summary>People whom the bot knows, each in the middle of an interview: one at random speaks, answers a question or goes back to it, so that everybody stays where she is.</summary>
/// <param name="first">The first of their chats; the others follow.</param>
sealed class Crowd(long first, int count, int seed)
{
    /// <summary>The question before which everybody was left.</summary>
    public const int Question = 5;

    readonly Random chance = new(seed);
    readonly byte[] at = new byte[count];

    /// <summary>Answers the question, then takes the answer back.</summary>
    public static IReadOnlyList<Step> Script { get; } =
    [
        new("14", 1, $"{Question + 1}/{Engine.Script.Questions} "), new("back", 1, $"{Question}/{Engine.Script.Questions} "),
    ];

    /// <summary>Somebody who is not speaking now, and where she stands.</summary>
    public (long Chat, int At) Pick(Func<long, bool> isSpeaking)
    {
        var chat = first + chance.Next(count);
        while (isSpeaking(chat))
            chat = first + chance.Next(count);
        return (chat, at[chat - first]);
    }

    public void Keep(long chat, int now) => at[chat - first] = (byte)now;
}
