using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels.Web;

/// <summary>A message as the page reads it.</summary>
/// <param name="N">The event's number in the session, from 1.</param>
/// <param name="Redraws">True when its choices replace those of the bubble before it; left out otherwise.</param>
sealed record WebEvent(long N, string Text, IReadOnlyList<WebChoice> Choices, bool Redraws)
{
    // Kinyarwanda and French are sent as they are: an escape costs six bytes on a slow line.
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static WebEvent Of(Sending sending) => new(
        sending.Number,
        sending.Message.Text,
        [.. sending.Message.Buttons.Select(button => new WebChoice(
            button.Label, button.Payload, button.IsTicked, button.Role == ButtonRole.Command ? "command" : null))],
        sending.Message.Redraws);
}

/// <summary>A button as the page reads it; what is not said is left out.</summary>
sealed record WebChoice(string Label, string Payload, bool Ticked, string? Role);
