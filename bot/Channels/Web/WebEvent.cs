using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels.Web;

/// <summary>A message as the page reads it.</summary>
/// <param name="N">The event's number in the session, from 1.</param>
/// <param name="Redraws">True when its choices replace those of the bubble before it; left out otherwise.</param>
/// <param name="Share">What the page makes easy to send; left out when nothing is.</param>
/// <param name="Media">Pictures, sounds and films that go with it; left out when there are none.</param>
sealed record WebEvent(long N, string Text, IReadOnlyList<WebChoice> Choices, bool Redraws, WebShare? Share, IReadOnlyList<WebShown>? Media)
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
            button.Label, button.Payload, button.IsTicked, Role(button.Role)))],
        sending.Message.Redraws,
        sending.Message.SharingLabel.Length > 0 ? new WebShare(sending.Message.Sharing.ToString().ToLowerInvariant(), sending.Message.SharingLabel) : null,
        sending.Message.Media.Count > 0 ? [.. sending.Message.Media.Select(Shown)] : null);

    static string? Role(ButtonRole role) => role switch
    {
        ButtonRole.Command => "command",
        ButtonRole.Aid => "aid",
        _ => null,
    };

    static WebShown Shown(OutboundMedia media) => new(
        media.Kind.ToString().ToLowerInvariant(), $"/chat/media/{media.FormVersion}/{Uri.EscapeDataString(media.File)}", media.Caption.Length > 0 ? media.Caption : null);
}

/// <summary>What the page makes easy to send: location, image, audio, video or file, and what stands on its button.</summary>
sealed record WebShare(string Kind, string Label);

/// <summary>A picture, sound or film as the page reads it.</summary>
sealed record WebShown(string Kind, string Src, string? Caption);

/// <summary>A button as the page reads it; what is not said is left out.</summary>
sealed record WebChoice(string Label, string Payload, bool Ticked, string? Role);
