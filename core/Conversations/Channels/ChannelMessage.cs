namespace RbcBot.Core.Conversations.Channels;

/// <summary>One message as a channel shows it: what is written, and what can be pressed under it.</summary>
/// <param name="Text">Never empty, never longer than the channel takes.</param>
public sealed record ChannelMessage(string Text)
{
    /// <summary>Buttons under the text, row by row; empty when there are none.</summary>
    public IReadOnlyList<IReadOnlyList<ChannelButton>> Rows { get; init; } = [];

    /// <summary>A list to be opened; null when there is none.</summary>
    public ChannelList? List { get; init; }

    /// <summary>Letters that the text explains and that only this message gives a meaning; numbers and words are understood by the talk itself.</summary>
    public IReadOnlyList<ChannelButton> Letters { get; init; } = [];

    /// <summary>What it takes to send the text as SMS; null on other channels.</summary>
    public SmsLength? Sms { get; init; }

    /// <summary>The payload of a letter that a person wrote; null when it is none of them.</summary>
    public string? PayloadOf(string words) =>
        Letters.FirstOrDefault(letter => string.Equals(letter.Label, words.Trim().TrimEnd('.', ')'), StringComparison.OrdinalIgnoreCase))?.Payload;
}

/// <summary>Something to press.</summary>
/// <param name="Payload">What comes back.</param>
public sealed record ChannelButton(string Label, string Payload);

/// <summary>Rows to choose from, opened by a button.</summary>
public sealed record ChannelList(string Opener, IReadOnlyList<ChannelRow> Rows);

/// <summary>A row of a list.</summary>
/// <param name="Description">"" when the title says it all.</param>
public sealed record ChannelRow(string Title, string Description, string Payload);
