using RbcBot.Core.Forms;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations;

/// <summary>What a button is for: an answer belongs to the question, an aid helps to find the answer (another page, the calendar), a command to the talk around it.</summary>
public enum ButtonRole { Answer, Command, Aid }

/// <summary>Something to press instead of typing.</summary>
/// <param name="Label">What the person reads.</param>
/// <param name="Payload">What comes back: q:token:index or c:command, at most 64 bytes.</param>
/// <param name="IsTicked">Chosen so far, in a question that takes several.</param>
public sealed record Button(string Label, string Payload, ButtonRole Role = ButtonRole.Answer, bool IsTicked = false)
{
    /// <summary>The number that may be written instead of pressing, for channels without buttons: of a long list, its place in the whole list; 0 when the button has none of its own.</summary>
    public int Number { get; init; }
}

/// <summary>What the channel should make easy to send beside words.</summary>
public enum Sharing
{
    None,
    Location,
    Image,
    Audio,
    Video,
    File,

    /// <summary>The question that asked for it is over: what the channel offered goes away.</summary>
    Over,
}

/// <summary>Who goes first, in this order.</summary>
public enum Precedence
{
    /// <summary>Whom to call in danger: before all else, of the same person too, and without waiting for any pace.</summary>
    Urgent = -1,
    Reply = 0,
    Nudge = 1,
}

/// <summary>A picture, sound or film of a form that goes with a message.</summary>
/// <param name="FormVersion">The form whose attachments hold it.</param>
/// <param name="File">Its name among the attachments.</param>
/// <param name="Caption">The choice that it shows; "" when it belongs to the question.</param>
public sealed record OutboundMedia(MediaKind Kind, string FormVersion, string File, string Caption);

/// <summary>One message to a person, free of any channel's form.</summary>
/// <param name="Redraws">True when it only redraws the buttons of the message before it (ticks of a question that takes several, another page of a list); a channel that cannot edit sends it anew.</param>
/// <param name="IsNudge">True when the person did not just speak: replies go first.</param>
public sealed record Outbound(string Text, IReadOnlyList<Button> Buttons, bool Redraws = false, bool IsNudge = false)
{
    /// <summary>How long a nudge is worth sending: half a day later the person would be asked about something that is over; and never longer than the hours in which nudges go out.</summary>
    public static readonly TimeSpan NudgeLife = TimeSpan.FromHours(12);

    /// <summary>How long what the person waits for is worth sending: a provider that is out for a night does not cost her the answer to her application.</summary>
    public static readonly TimeSpan AwaitedLife = TimeSpan.FromDays(7);

    /// <summary>Whether it tells whom to call in danger.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Who goes first.</summary>
    public Precedence Precedence => IsUrgent ? Precedence.Urgent : IsNudge ? Precedence.Nudge : Precedence.Reply;

    /// <summary>When it is not sent, though it still is worth something; null when it goes at any time.</summary>
    public Rest? Rest { get; init; }

    public Outbound(string text) : this(text, [])
    {
    }

    /// <summary>What the channel should make easy to send, where it can.</summary>
    public Sharing Sharing { get; init; }

    /// <summary>What is written on the button that shares; "" when nothing is shared.</summary>
    public string SharingLabel { get; init; } = "";

    /// <summary>Shown before the text, in this order, where the channel can.</summary>
    public IReadOnlyList<OutboundMedia> Media { get; init; } = [];

    /// <summary>The language of the text, for the few words that a channel adds; null when the person has chosen none.</summary>
    public Language? Language { get; init; }

    /// <summary>What says the same where a provider takes only texts that it approved before; null when the message may go as it is.</summary>
    public TemplateUse? Template { get; init; }

    /// <summary>From when on it is worth nothing and is not sent any more; null for what is always worth sending, as replies are.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>A text that a provider has approved, with what is put into it.</summary>
/// <param name="Name">Its name in the settings and with the provider, such as reminder.</param>
/// <param name="Values">Of its variables 1, 2, 3 ….</param>
public sealed record TemplateUse(string Name, IReadOnlyList<string> Values);
