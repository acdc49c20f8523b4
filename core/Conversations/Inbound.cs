using RbcBot.Core.Conversations.Erasing;
using RbcBot.Core.Conversations.Identity;
using RbcBot.Core.People;

namespace RbcBot.Core.Conversations;

/// <summary>What kind of thing a person, or the clock, said.</summary>
public enum SaidKind
{
    /// <summary>Typed words; Words holds them.</summary>
    Text,

    /// <summary>Words of a message that were changed after it was sent; Message tells which.</summary>
    Edited,

    /// <summary>A pressed button; Words holds its payload.</summary>
    Choice,

    /// <summary>Came in by a link, a QR code or /start; Words holds the round's code, "" when there was none.</summary>
    Enter,

    Voice,
    Photo,
    Sticker,
    Location,
    Contact,
    Document,

    /// <summary>Something the channel knows and we do not.</summary>
    Other,

    /// <summary>The programme or the clock speaks; Words holds the subject, such as lesson:EPI-01 or round:PRE1.</summary>
    Due,

    /// <summary>The person blocked us on the channel, or the channel said of a message of ours that she has.</summary>
    Blocked,

    /// <summary>The person let us in again.</summary>
    Unblocked,

    /// <summary>The channel said of a message of ours that nobody can be reached at the address.</summary>
    Unreachable,

    /// <summary>Another person's lane speaks; Between holds what.</summary>
    Lane,
}

/// <summary>One thing that was said, as the channel understood it.</summary>
/// <param name="Words">Text, payload, code or subject; "" for kinds that carry none.</param>
public sealed record Said(SaidKind Kind, string Words)
{
    /// <summary>Where the person is, of a location: latitude, longitude, altitude and accuracy with spaces between, as XForms writes a point; null for all else.</summary>
    public string? Place { get; init; }

    /// <summary>The file that was sent; null when none was, or when it could not be taken.</summary>
    public SentFile? File { get; init; }

    /// <summary>Whether the provider has confirmed or explained the command itself: what it asks for is done, and nothing is said to it again.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>The person's own telephone number, of a contact that the channel says is the sender's; null for all else, so for somebody else's contact.</summary>
    public string? Number { get; init; }

    /// <summary>The channel's own name of the message, which stays when its words are changed; null where words cannot be changed.</summary>
    public string? Message { get; init; }

    /// <summary>The code that was made for somebody who asks for one to join another talk with; null for all else.</summary>
    public string? NewCode { get; init; }

    /// <summary>Links that say the new code on other channels, a line each; null when there are none.</summary>
    public string? CodeLinks { get; init; }

    /// <summary>Who asked for the code that was written here; null when nobody did, or no code was written.</summary>
    public PersonId? CodeOwner { get; init; }

    /// <summary>What chance made for the erasure that is due with it; null for all else.</summary>
    public ErasureNames? Erasing { get; init; }

    /// <summary>A link under which the person finds all that is kept of her, made for who asks for it; null for all else, or where there is no address for it.</summary>
    public string? DataLink { get; init; }

    /// <summary>Whether it spoke of danger and the lane that has the address showed the card: who takes it shows none again.</summary>
    public bool IsCarded { get; init; }

    /// <summary>What another person's lane says; null when none does.</summary>
    public Between? Between { get; init; }

    /// <summary>Whether the person herself said or did it: not the clock, not a channel of a message of ours, not another lane.</summary>
    public bool IsHers() => Kind is not (SaidKind.Due or SaidKind.Blocked or SaidKind.Unreachable or SaidKind.Lane);

    public static Said Text(string words) => new(SaidKind.Text, words);

    public static Said Choice(string payload) => new(SaidKind.Choice, payload);

    public static Said Enter(string code) => new(SaidKind.Enter, code);

    public static Said Due(string subject) => new(SaidKind.Due, subject);

    public static Said OfLane(Between between) => new(SaidKind.Lane, "") { Between = between };

    public static Said Location(string place) => new(SaidKind.Location, "") { Place = place };

    public static Said Sent(SentFile file, string words) => new(
        file.Type.Split('/')[0] switch { "image" or "video" => SaidKind.Photo, "audio" => SaidKind.Voice, _ => SaidKind.Document }, words)
    {
        File = file,
    };
}

/// <summary>A file that a person sent.</summary>
/// <param name="Name">Its name among the files that are kept; "" while the channel still holds it.</param>
/// <param name="Type">Media type by its first bytes, such as image/jpeg; as the channel says while the channel still holds it.</param>
/// <param name="Reference">The channel's own name for it; "" when there is none.</param>
/// <param name="Fault">Why it could not be kept, a text key; null when it was.</param>
public sealed record SentFile(string Name, string Type, string Reference = "", string? Fault = null);

/// <summary>Everything that can happen to a conversation comes as one of these.</summary>
/// <param name="From">The address it came from; for a due inbound, the address to speak to.</param>
/// <param name="ExternalId">The channel's own id of the message; with channel and address it is taken once, ever.</param>
/// <param name="At">When it was said, by the channel's clock where it has one.</param>
public sealed record Inbound(Address From, string ExternalId, Said Said, DateTimeOffset At)
{
    /// <summary>Whether At is by the channel's own clock, so that it tells in which order a person said things.</summary>
    public bool IsDated { get; init; }

    /// <summary>For whom it is, when the programme or another lane speaks; null when it is for who is at the address.</summary>
    public PersonId? For { get; init; }

    /// <summary>In whose lane the address is, when it was passed on from there; null when it came straight.</summary>
    public PersonId? Via { get; init; }

    /// <summary>Of what several may have said at one address: whose name was chosen there; null when the address is one person's.</summary>
    public PersonId? As { get; init; }
}
