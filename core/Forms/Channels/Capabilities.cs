namespace RbcBot.Core.Forms.Channels;

/// <summary>What a channel can show: the numbers that a message must keep to so that nothing of it is cut.</summary>
/// <param name="Name">The channel's word, such as telegram.</param>
/// <param name="LongestText">Longest message, in UTF-16 units.</param>
public sealed record Capabilities(string Name, int LongestText)
{
    /// <summary>Buttons under a message; null where there are none.</summary>
    public ButtonLimits? Buttons { get; init; }

    /// <summary>A list that opens over the message; null where there is none.</summary>
    public ListLimits? List { get; init; }

    /// <summary>Whether the buttons of a message can be changed after it was sent, so that choices can be ticked.</summary>
    public bool CanEdit { get; init; }

    /// <summary>Whether messages are paid for by the segment and typographic signs make them dearer.</summary>
    public bool IsSms { get; init; }

    /// <summary>Whether pictures, sounds and films can be shown with a message.</summary>
    public bool ShowsMedia => !IsSms;

    /// <summary>What stands before a ticked choice.</summary>
    public string Tick { get; init; } = "✅ ";

    /// <summary>Longest label of a choice that can still be pressed, in UTF-16 units; a longer one is written out with a number. Null where nothing can be pressed.</summary>
    public int? LongestChoice => Buttons is null ? null : Math.Max(Buttons.LongestLabel, List?.LongestDescription ?? 0);

    /// <summary>Bot API 10.1: 4096 characters after parsing, callback data of 64 bytes, 100 buttons; phones show about 64 characters of a button.</summary>
    public static Capabilities Telegram { get; } = new("telegram", 4096)
    {
        Buttons = new(100, 64, 64, 4096, InRows: true),
        CanEdit = true,
    };

    /// <summary>Meta's own limits: three reply buttons of 20, a list of 10 rows of 24 and 72, 1024 characters above either.</summary>
    public static Capabilities WhatsApp { get; } = new("whatsapp", 4096)
    {
        Buttons = new(3, 20, 256, 1024, InRows: false),
        List = new(10, 24, 72, 20, 200, 1024),
    };

    /// <summary>The same through Twilio, which takes 1600 characters and payloads of 200.</summary>
    public static Capabilities WhatsAppByTwilio { get; } = WhatsApp with { LongestText = 1600, Buttons = new(3, 20, 200, 1024, InRows: false) };

    /// <summary>Plain text: Twilio takes 1600 characters and sends them as joined segments.</summary>
    public static Capabilities Sms { get; } = new("sms", 1600) { IsSms = true, Tick = "[x] " };

    /// <summary>A phone's screen of USSD: Africa's Talking takes 182 characters, CON and END among them. No form is asked to fit it: longer texts come page by page.</summary>
    public static Capabilities Ussd { get; } = new("ussd", 182) { IsSms = true, Tick = "[x] " };

    /// <summary>Whether a channel, by its word, is one whose messages are paid for by the segment.</summary>
    public static bool IsPaidBySegment(string channel) => channel == Sms.Name || channel == Ussd.Name;

    /// <summary>Our own page has no limits worth the name.</summary>
    public static Capabilities Web { get; } = new("web", 100_000)
    {
        Buttons = new(500, 1000, 64, 100_000, InRows: true),
        CanEdit = true,
    };

    /// <summary>Every channel that a form may be spoken on.</summary>
    public static IReadOnlyList<Capabilities> All { get; } = [Telegram, WhatsApp, Sms, Web];
}

/// <summary>How many buttons, how long, under how long a text.</summary>
/// <param name="LongestLabel">In UTF-16 units.</param>
/// <param name="LongestPayload">In bytes of UTF-8.</param>
/// <param name="LongestBody">Longest text above them, in UTF-16 units.</param>
/// <param name="InRows">Whether several may stand side by side.</param>
public sealed record ButtonLimits(int Most, int LongestLabel, int LongestPayload, int LongestBody, bool InRows);

/// <summary>How many rows a list has, how long, under how long a text.</summary>
/// <param name="LongestTitle">Of a row, in UTF-16 units; so for the four below, but the payload.</param>
/// <param name="LongestDescription">The second line of a row.</param>
/// <param name="LongestOpener">The button that opens the list.</param>
/// <param name="LongestPayload">In bytes of UTF-8.</param>
public sealed record ListLimits(int Most, int LongestTitle, int LongestDescription, int LongestOpener, int LongestPayload, int LongestBody);
