using RbcBot.Admin.Rounds;
using RbcBot.Core.Conversations;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Commands;

/// <summary>Which sessions a command wants, from its options.</summary>
static class WantedSessions
{
    public const string Advice = "Days are written as 2027-03-31, the language is rw, fr or en, the state running, submitted or withdrawn.";

    /// <summary>Null when an option cannot be read.</summary>
    public static SessionFilter? Of(DeskRequest request)
    {
        if (!AnswerQuery.TryDay(request.From, out var from) || !AnswerQuery.TryDay(request.To, out var to))
            return null;
        if (request.Language is not null && Languages.Parse(request.Language) is null)
            return null;
        if (request.State is not null && (!Enum.TryParse<Standing>(request.State, ignoreCase: true, out var state) || !Enum.IsDefined(state)))
            return null;
        return new SessionFilter(
            "", request.State is null ? null : Enum.Parse<Standing>(request.State, ignoreCase: true),
            Languages.Parse(request.Language) is { } language ? Languages.Code(language) : "", from, to);
    }
}
