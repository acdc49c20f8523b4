namespace RbcBot.Bot.Channels;

/// <summary>A channel that a link opens with words ready to send.</summary>
interface IEntryLink
{
    /// <summary>The channel's word, such as telegram.</summary>
    string Channel { get; }

    /// <summary>The link that says a code to us there; null until it is known how, or when the link cannot carry the code.</summary>
    Uri? LinkTo(string code);
}
