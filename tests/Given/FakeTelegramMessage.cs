using System.Text.Json.Nodes;

namespace RbcBot.Tests.Given;

/// <summary>A button under a message in the fake Telegram.</summary>
sealed record FakeTelegramButton(string Label, string Payload);

/// <summary>A message as it stands in a chat of the fake Telegram, or stood after an edit.</summary>
sealed record FakeTelegramMessage(int Id, long Chat, string Text, IReadOnlyList<IReadOnlyList<FakeTelegramButton>> Rows, bool IsEdited)
{
    public IEnumerable<string> Labels => Rows.SelectMany(row => row).Select(button => button.Label);

    /// <summary>The payload of the button with the label, ticked or not; null when there is none.</summary>
    public string? Payload(string label) => Rows.SelectMany(row => row)
        .FirstOrDefault(button => button.Label == label || button.Label == $"✅ {label}")?.Payload;

    public static IReadOnlyList<IReadOnlyList<FakeTelegramButton>> RowsOf(JsonNode? markup) =>
    [
        .. markup?["inline_keyboard"]?.AsArray().Select(row => (IReadOnlyList<FakeTelegramButton>)
        [
            .. row!.AsArray().Select(button => new FakeTelegramButton((string)button!["text"]!, (string)button["callback_data"]!)),
        ]) ?? [],
    ];
}

/// <summary>A request of ours to the fake Telegram.</summary>
/// <param name="At">When it came, by the clock that the fake was given.</param>
sealed record FakeTelegramCall(string Method, JsonObject Body, DateTimeOffset At)
{
    /// <summary>The chat it is about; 0 for none.</summary>
    public long Chat => (long?)Body["chat_id"] ?? 0;

    public string Text => (string?)Body["text"] ?? "";
}

/// <summary>What the fake Telegram does instead of answering a request.</summary>
sealed record FakeTelegramFault(int Status, string Description, int? RetryAfter = null, bool IsPage = false, bool IsReset = false, TimeSpan Slow = default, bool IsTrickle = false)
{
    public static readonly FakeTelegramFault Blocked = new(403, "Forbidden: bot was blocked by the user");
    public static readonly FakeTelegramFault ServerError = new(500, "Internal Server Error");
    public static readonly FakeTelegramFault BadGateway = new(502, "Bad Gateway", IsPage: true);
    public static readonly FakeTelegramFault Reset = new(0, "", IsReset: true);

    /// <summary>Does what was asked and answers a byte at a time, for ever.</summary>
    public static readonly FakeTelegramFault Trickle = new(0, "", IsTrickle: true);

    public static FakeTelegramFault BadRequest(string why) => new(400, $"Bad Request: {why}");

    public static FakeTelegramFault TooFast(int seconds) => new(429, $"Too Many Requests: retry after {seconds}", seconds);

    /// <summary>Does what was asked, but answers only after the time.</summary>
    public static FakeTelegramFault SlowBy(TimeSpan time) => new(0, "", Slow: time);
}
