using RbcBot.Core.Conversations.Channels;

namespace RbcBot.Bot.Channels.AfricasTalking;

/// <summary>What a phone shows of a session, and what comes behind it.</summary>
/// <param name="Way">All that was typed up to this screen.</param>
/// <param name="Screen">CON or END and the text; "" before the first.</param>
/// <param name="Pages">Pages that have not been shown.</param>
/// <param name="IsEnd">Whether the session ends with the last of them.</param>
/// <param name="Letters">What single letters mean under the text.</param>
sealed record UssdScreen(string Way, string Screen, IReadOnlyList<string> Pages, bool IsEnd, IReadOnlyList<ChannelMessage> Letters)
{
    public static readonly UssdScreen Empty = new("", "", [], true, []);

    /// <summary>Whether the next page was asked for.</summary>
    public bool IsMore(string way) => Pages.Count > 0 && way == (Way.Length > 0 ? Way + "*0" : "0");

    public string? PayloadOf(string typed) => Letters.Select(message => message.PayloadOf(typed)).FirstOrDefault(payload => payload is not null);
}
