namespace RbcBot.Core.Conversations.Nudges;

/// <summary>In what form a channel lets us speak to somebody who never spoke there.</summary>
public enum FirstContact { No, Template, Yes }

/// <summary>What a channel allows in writing first.</summary>
/// <param name="Window">How long after the person last spoke she may be written to freely; null when it never ends.</param>
/// <param name="FirstContact">What goes before she ever spoke, and after the window.</param>
public sealed record ChannelRule(TimeSpan? Window, FirstContact FirstContact)
{
    /// <summary>Hours of WhatsApp's window, from the person's last message; docs/sources.md#nudges.</summary>
    public const int WindowHours = 24;

    /// <summary>Minutes before the window's end from which it counts as closed: clocks differ, and messages wait in queues.</summary>
    public const int SafetyMinutes = 5;

    static readonly ChannelRule Open = new(null, FirstContact.No);

    static readonly ChannelRule WhatsApp = new(TimeSpan.FromHours(WindowHours) - TimeSpan.FromMinutes(SafetyMinutes), FirstContact.Template);

    static readonly ChannelRule Sms = new(null, FirstContact.Yes);

    /// <summary>The rule of a channel by its word; where nothing is known of it, as Telegram's.</summary>
    public static ChannelRule Of(string channel) => channel switch
    {
        "whatsapp" => WhatsApp,
        "sms" => Sms,
        _ => Open,
    };

    /// <summary>Whether a message may go as it is to somebody who last spoke then.</summary>
    public bool IsOpen(DateTimeOffset? lastHeard, DateTimeOffset now) =>
        lastHeard is { } heard ? Window is not { } window || now - heard < window : FirstContact == FirstContact.Yes;
}
