using System.Text.RegularExpressions;
using RbcBot.Bot.Channels.WhatsApp;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Channels.Meta;

/// <summary>What a message of WhatsApp says to us; null when nobody said it.</summary>
static partial class MessageReading
{
    /// <param name="value">What it came in: the contacts beside it tell who she is when her number is hidden.</param>
    /// <exception cref="FormatException">Nobody can tell who said it, or which message it is.</exception>
    public static Inbound? Of(JsonPart message, JsonPart value, DateTimeOffset now)
    {
        // A group is not a talk with one person.
        if (message.Text("group_id").Length > 0)
            return null;
        var from = Sender(message, value);
        if (from is null || message.Text("id") is not { Length: > 0 } id)
            throw new FormatException("A message without a sender or an id.");
        if (SaidReading.Of(message) is not { } said)
            return null;
        var at = message.Moment("timestamp");
        return new Inbound(new Address(WhatsAppChannel.Word, from), id, said, at ?? now) { IsDated = at is not null };
    }

    /// <summary>Her number in E.164; of who hides it, her id in Meta's business scope.</summary>
    static string? Sender(JsonPart message, JsonPart value)
    {
        string[] names = [message.Text("from"), message.Text("from_user_id"), .. value.Items("contacts").SelectMany(contact => new[] { contact.Text("wa_id"), contact.Text("user_id") })];
        // Beside several messages several people may stand: then only the message itself tells.
        var own = value.Items("contacts").Skip(1).Any() ? names.Take(2) : names;
        return own.FirstOrDefault(name => NumberForm().IsMatch(name)) is { } number ? "+" + number.TrimStart('+') : own.FirstOrDefault(name => ScopedForm().IsMatch(name));
    }

    [GeneratedRegex(@"\A\+?[0-9]{5,20}\z")]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"\A[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}\z")]
    private static partial Regex ScopedForm();
}
