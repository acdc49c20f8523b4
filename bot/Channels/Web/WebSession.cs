using System.Text.RegularExpressions;
using RbcBot.Core.People;

namespace RbcBot.Bot.Channels.Web;

/// <summary>The name of one web conversation, made by the page and known to nobody else.</summary>
static partial class WebSession
{
    /// <summary>The address of the session; null when it is not 8 to 64 of A-Z a-z 0-9 _ -.</summary>
    public static Address? Of(string session) =>
        Form().IsMatch(session) ? new Address(WebChannel.Word, session) : null;

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{8,64}\z")]
    private static partial Regex Form();
}
